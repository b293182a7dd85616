/** What the benchmark of colours calls, in one bundle. */
export { BUILDING_USES } from '../../src/core/city/building-use.ts';
export { codeColumn } from '../../src/core/risk/building-codes.ts';
export { classifyNumbers } from '../../src/core/style/classify-numbers.ts';
export { classifyWords } from '../../src/core/style/classify-words.ts';
export { parseColor } from '../../src/core/style/parse-color.ts';
export { colorRows } from '../../src/core/style/row-colors.ts';
