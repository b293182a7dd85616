/** Texts of problems with files, layers and workers of a running session. */
export const SESSION_TEXTS = {
  'fetch.cancelled': { zh: '{file}：读取已取消。', en: '{file}: reading was cancelled.' },
  'fetch.notFound': {
    zh: '找不到文件 {file}（404）。请检查数据包是否完整。',
    en: '{file} was not found (404). Check that the package is complete.',
  },
  'fetch.status': {
    zh: '服务器对 {file} 回答了错误 {status}。请稍后重试，或查看服务器日志。',
    en: 'The server answered {status} for {file}. Try again later, or look at the server log.',
  },
  'fetch.timeout': {
    zh: '{file} 在 {seconds} 秒内没有读完。请检查网络后重试。',
    en: '{file} did not arrive within {seconds} s. Check the network and try again.',
  },
  'fetch.unreachable': {
    zh: '无法读取 {file}：{detail}。请检查网络和服务器。',
    en: '{file} could not be reached: {detail}. Check the network and the server.',
  },
  'fetch.wrongType': {
    zh: '{file} 应为 {expected}，却得到 {found}。请检查地址和服务器设置。',
    en: '{file} should be {expected} but is {found}. Check the address and the server settings.',
  },
  'json.cut': {
    zh: '{file} 在第 {byte} 字节处中断，文件不完整。请重新复制或重新生成。',
    en: '{file} ends at byte {byte}, before it is complete. Copy it again or build it again.',
  },
  'json.invalid': { zh: '{file} 不是有效的 JSON：{reason}。', en: '{file} is not valid JSON: {reason}.' },
  'index.badShape': {
    zh: '瓦片索引 {file} 的 {path} 不符合约定：{detail}。此图层可显示但不能选取。',
    en: 'The tile index {file} is wrong at {path}: {detail}. The layer is shown but cannot be picked.',
  },
  'layer.notCollection': {
    zh: '{file} 不是 GeoJSON FeatureCollection，图层 {layer} 为空。',
    en: '{file} is no GeoJSON FeatureCollection; the layer {layer} is empty.',
  },
  'layer.badRecord': {
    zh: '{file} 第 {row} 条记录的 {path} 不符合约定：{detail}。已跳过该记录。',
    en: 'Record {row} of {file} is wrong at {path}: {detail}. The record was skipped.',
  },
  'config.badShape': {
    zh: '部署设置 {file} 的 {path} 不符合约定：{detail}。已使用默认设置。',
    en: 'The settings {file} are wrong at {path}: {detail}. The defaults are used.',
  },
  'worker.crashed': {
    zh: '后台计算中断：{reason}。请重试。',
    en: 'The background computation stopped: {reason}. Try again.',
  },
  'table.unreadable': {
    zh: '表 {file} 无法读取：{detail}。',
    en: 'The table {file} could not be read: {detail}.',
  },
} as const;
