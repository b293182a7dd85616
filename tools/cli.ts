import { parseArgs } from 'node:util';
import { buildCommand } from './commands/build.ts';
import type { Command, CommandResult, ExitCode } from './commands/command.ts';
import { demoCommand } from './commands/demo.ts';
import { exposureCommand } from './commands/exposure.ts';
import { infoCommand } from './commands/info.ts';
import { serveCommand } from './commands/serve.ts';
import { createTerminal, type Terminal } from './commands/terminal.ts';
import { verifyCommand } from './commands/verify.ts';

export { judgeDemo } from './demo/judge-demo.ts';
export { startServer } from './serve/serve.ts';

const COMMANDS: readonly Command[] = [
  demoCommand,
  buildCommand,
  infoCommand,
  verifyCommand,
  exposureCommand,
  serveCommand,
];

const EXIT_CODES = '0 done · 1 refused or faults found · 2 bad usage · 3 cannot read or write';

function printHelp(terminal: Terminal, command?: Command): void {
  if (command) {
    terminal.say(`city ${command.name} ${command.usage} [--json]\n  ${command.summary[terminal.locale]}`);
    return;
  }
  terminal.say('npm run -s city -- <verb> …\n');
  for (const each of COMMANDS) {
    terminal.say(`  ${each.name} ${each.usage}\n      ${each.summary[terminal.locale]}`);
  }
  terminal.say(`\n  --json   one JSON value on stdout\n  exit     ${EXIT_CODES}`);
}

function refuseUsage(terminal: Terminal, message: string): CommandResult {
  terminal.say(message);
  terminal.say('npm run -s city -- --help');
  return { exitCode: 2, json: { error: { code: 'usage', text: message } } };
}

async function runCommand(command: Command, args: string[], terminal: Terminal): Promise<CommandResult> {
  const switches = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const parsed = parseArgs({ args, options: { ...command.options, ...switches }, allowPositionals: true });
  const { json: _, help, ...options } = parsed.values;
  if (help === true) {
    printHelp(terminal, command);
    return { exitCode: 0, json: { command: command.name, usage: command.usage } };
  }
  const [least, most] = command.operands;
  const given = parsed.positionals.length;
  if (given < least || given > most) return refuseUsage(terminal, `city ${command.name} ${command.usage}`);
  return command.run({ positionals: parsed.positionals, options }, terminal);
}

function explainFailure(error: unknown, terminal: Terminal): CommandResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('ERR_PARSE_ARGS')) return refuseUsage(terminal, message);
  if (terminal.signal.aborted) {
    terminal.say(
      terminal.locale === 'zh' ? '已中断，未改动已有内容。' : 'Interrupted; nothing that was there has changed.',
    );
    return { exitCode: 3, json: { error: { code: 'interrupted', text: message } } };
  }
  const fromSystem = error instanceof Error && 'errno' in error;
  terminal.say(fromSystem ? message : ((error instanceof Error ? error.stack : undefined) ?? message));
  return { exitCode: 3, json: { error: { code: code || 'unexpected', text: message } } };
}

/**
 * Runs one call of the command line: registers the verbs, prints help, maps failures to exit codes.
 * @param args Words after `city`, the verb first.
 * @returns The exit code of the package contract.
 */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  const terminal = createTerminal();
  const [verb, ...rest] = args;
  let result: CommandResult;
  try {
    const command = COMMANDS.find((each) => each.name === verb);
    if (verb === '--help' || verb === '-h' || verb === 'help') {
      printHelp(terminal);
      result = { exitCode: 0, json: { commands: COMMANDS.map((each) => each.name) } };
    } else if (!command) {
      result = refuseUsage(terminal, verb === undefined ? 'city <verb>' : `city: ${verb}?`);
    } else {
      result = await runCommand(command, rest, terminal);
    }
  } catch (error) {
    result = explainFailure(error, terminal);
  } finally {
    terminal.close();
  }
  if (args.includes('--json')) await terminal.printJson(result.json ?? null);
  return result.exitCode;
}
