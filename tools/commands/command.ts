/**
 * Exit codes of the command line (package contract): 0 done, 1 refused (`build`) or faults found (`verify`),
 * 2 bad usage, 3 cannot read or write.
 */
export type ExitCode = 0 | 1 | 2 | 3;

/** Flags and operands of one call, after parsing; flags are named without their dashes. */
export interface CommandInput {
  positionals: readonly string[];
  /** Text options have a string, switches `true`; an option not given is absent. */
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a command may do to the outside; everything readable goes to stderr, stdout is for the JSON answer alone. */
export interface CommandIo {
  /** One line of words on stderr. */
  say(line: string): void;
  /** Progress of a named step on stderr; `total` null = unknown. */
  progress(step: string, done: number, total: number | null): void;
  /** Language of the words: Chinese when the user's locale is, else English. */
  locale: 'zh' | 'en';
  /** Aborted by the first interrupt. */
  signal: AbortSignal;
}

/** How a command ended. `json` is printed on stdout with `--json`; it is given for failures too. */
export interface CommandResult {
  exitCode: ExitCode;
  json?: unknown;
}

/**
 * One verb of the command line. `--json` and `--help` are handled by the registry and never listed here.
 * A command answers expected failures with an exit code; a thrown error with an `errno` code counts as 3.
 */
export interface Command {
  name: string;
  /** One line for the help, Chinese and English. */
  summary: { zh: string; en: string };
  /** Operands and flags as typed, e.g. `RECIPE [--out DIR] [--force]`. */
  usage: string;
  /** Least and most operands. */
  operands: readonly [number, number];
  options: Readonly<Record<string, { type: 'string' | 'boolean' }>>;
  run(input: CommandInput, io: CommandIo): Promise<CommandResult>;
}
