/** Texts of problems of strategy libraries. */
export const STRATEGY_TEXTS = {
  'strategies.newer': {
    zh: '策略库 {file} 的格式版本为 {version}，本软件只认识版本 1。请更新软件。',
    en: 'The strategy library {file} has format version {version}; this software knows version 1. Update the software.',
  },
  'strategies.badShape': {
    zh: '策略库 {file} 的 {path} 不符合约定：{detail}。策略库未读入，可手工填写策略和要求。',
    en: 'The strategy library {file} is wrong at {path}: {detail}. It was not read; strategies can still be written by hand.',
  },
  'strategies.twice': {
    zh: '策略库 {file} 中编号 {entry} 出现两次，未读入。',
    en: 'The strategy library {file} has the id {entry} twice and was not read.',
  },
  'strategies.tooLarge': {
    zh: '策略库 {file} 大于 {megabytes} MB，未读入。',
    en: 'The strategy library {file} is larger than {megabytes} MB and was not read.',
  },
} as const;
