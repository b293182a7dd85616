/** Texts of problems with keeping a user's work: the browser's storage, other tabs, workspace files. */
export const WORKSPACE_TEXTS = {
  'storage.full': {
    zh: '浏览器为本站保留的空间已满，之后的修改只在此标签页中。请保存为文件，或清理磁盘后重试。',
    en: 'The space that the browser keeps for this site is full; later edits live in this tab only. Save a file, or free disk space and try again.',
  },
  'storage.forbidden': {
    zh: '浏览器不允许保存数据（如隐私窗口），修改只在此标签页中。请保存为文件。',
    en: 'The browser does not let this site keep data (a private window, for instance); edits live in this tab only. Save a file.',
  },
  'storage.blocked': {
    zh: '另一标签页中的旧版程序占用着存储，修改只在此标签页中。请关闭其他标签页后重新加载。',
    en: 'An older version of the app in another tab holds the storage; edits live in this tab only. Close the other tabs and reload.',
  },
  'storage.newer': {
    zh: '本机保存的修改来自更新版本的程序，此版本不会改动它们。请重新加载到新版本，或把修改保存为文件。',
    en: 'The edits kept on this machine come from a newer version of the app; this one leaves them alone. Reload the newer version, or save a file.',
  },
  'storage.otherTab': {
    zh: '另一标签页也在写入此城市的修改，此处后来的修改没有写入磁盘。请保存为文件，再重新加载。',
    en: 'Another tab also writes edits of this city; the later ones of this tab are not on disk. Save a file, then reload.',
  },
  'storage.failed': {
    zh: '写入磁盘失败：{reason}。修改只在此标签页中，请保存为文件。',
    en: 'Writing to disk failed: {reason}. Edits live in this tab only; save a file.',
  },
  'storage.damaged': {
    zh: '本机保存的修改有一部分无法读取，已原样另存（{id}）；能读取的部分已恢复。',
    en: 'Part of the edits kept on this machine could not be read and was set aside as it is ({id}); the rest is restored.',
  },
  'workspace.damaged': {
    zh: '{file} 已损坏：第 {line} 行第 {column} 列不是有效的 JSON（{reason}）。请取一份完整的文件。',
    en: '{file} is damaged: no valid JSON at line {line}, column {column} ({reason}). Get a complete copy.',
  },
  'workspace.notOurs': {
    zh: '{file} 不是工作区文件。工作区文件由“保存为文件”生成，名为 *.workspace.json。',
    en: '{file} is no workspace file. “Save to file” writes them, named *.workspace.json.',
  },
  'workspace.newer': {
    zh: '{file} 的版本是 {found}，此程序读到版本 {known}。请更新程序。',
    en: '{file} has version {found}; this app reads up to version {known}. Update the app.',
  },
  'workspace.badShape': {
    zh: '{file} 的 {path} 不符合约定：{detail}。没有读入任何内容。',
    en: '{file} is wrong at {path}: {detail}. Nothing was taken from it.',
  },
  'workspace.otherCity': {
    zh: '{file} 属于城市 {found}，当前打开的是 {expected}。请先打开城市 {found}。',
    en: '{file} belongs to the city {found}, but {expected} is open. Open {found} first.',
  },
  'workspace.tooLarge': {
    zh: '{file} 有 {megabytes} MB，超过 {limit} MB 的上限。',
    en: '{file} has {megabytes} MB, more than the limit of {limit} MB.',
  },
} as const;
