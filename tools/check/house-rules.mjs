/** Limits that no linter of ours knows: file length and banned file or folder names. Exit 1 names every offender. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const MAX_LINES = 400;
const BANNED = new Set(['utils', 'helpers', 'common', 'misc', 'manager', 'shared', 'types']);
const ROOMS = /^(src|tools|tests)\//;
const CODE = /\.(ts|tsx|mjs|cjs|js|css)$/;

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
const files = [...new Set(listed.split('\n'))].filter((file) => ROOMS.test(file) && existsSync(file));

const faults = files.flatMap((file) => {
  const banned = file.split('/').filter((part) => BANNED.has(part.replace(/\..*$/, '')));
  const lines = CODE.test(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  return [
    ...banned.map((part) => `${file}: the name "${part}" says nothing about what is inside`),
    ...(lines > MAX_LINES ? [`${file}: ${lines} lines, the limit is ${MAX_LINES}`] : []),
  ];
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
