import type { Issue } from '../../src/core/city/issue.ts';
import { describeIssue } from '../../src/core/city/issue-texts.ts';
import type { CommandIo, CommandResult, ExitCode } from './command.ts';

/** Codes that say something could not be read or written at all; every other issue is a refusal. */
const UNREADABLE = new Set([
  'file.absent',
  'file.unreadable',
  'file.unwritable',
  'recipe.absent',
  'source.absent',
  'package.beingBuilt',
]);

/** Ends a command with an issue: told on stderr, answered as JSON `{ error: { code, place, values, text } }`. */
export function explainIssue(issue: Issue, io: CommandIo): CommandResult {
  const text = describeIssue(issue);
  io.say(`${issue.code}: ${text[io.locale]}`);
  const exitCode: ExitCode = UNREADABLE.has(issue.code) ? 3 : 1;
  return { exitCode, json: { error: { code: issue.code, place: issue.place, values: issue.values ?? {}, text } } };
}
