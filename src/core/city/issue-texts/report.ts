/** Texts of issues about making a report and its map figures. */
export const REPORT_TEXTS = {
  'report.engine': {
    zh: '报告排版引擎无法启动：{reason}。请重试；如仍失败，请检查服务器是否提供 wasm 与字体文件。',
    en: 'The report engine could not start: {reason}. Try again; if it still fails, check that the server offers the wasm and font files.',
  },
  'report.layout': {
    zh: '报告无法排版：{reason}。',
    en: 'The report could not be laid out: {reason}.',
  },
  'report.cancelled': {
    zh: '已取消生成报告。',
    en: 'The report was cancelled.',
  },
  'report.figureMissing': {
    zh: '地图未能绘出（{reason}），报告中的图框为空；表格不受影响。',
    en: 'The map could not be drawn ({reason}); its frame in the report is empty, the tables are complete.',
  },
  'figure.noGraphics': {
    zh: '浏览器无法提供绘图环境：{reason}。',
    en: 'The browser offers no graphics context: {reason}.',
  },
};
