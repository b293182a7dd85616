import type { CommandIo } from './command.ts';

/** The terminal as a command sees it, with the one JSON line that may go to stdout. */
export interface Terminal extends CommandIo {
  printJson(value: unknown): Promise<void>;
  /** Ends a progress line and stops listening for interrupts. */
  close(): void;
}

const PROGRESS_INTERVAL_MS = 100;

function readLocale(): 'zh' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function createProgressLine(): { show: CommandIo['progress']; end(): void } {
  let step = '';
  let shownAt = 0;
  let open = false;
  const end = () => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  const show: CommandIo['progress'] = (name, done, total) => {
    const words = total === null ? `${name} ${done || ''}` : `${name} ${done} / ${total}`;
    if (!process.stderr.isTTY) {
      if (name !== step) process.stderr.write(`${words.trim()}\n`);
      step = name;
      return;
    }
    const now = Date.now();
    if (name === step && now - shownAt < PROGRESS_INTERVAL_MS && done !== total) return;
    if (name !== step) end();
    process.stderr.write(`\r${words.trim()}\u001b[K`);
    step = name;
    shownAt = now;
    open = true;
  };
  return { show, end };
}

/** Opens the terminal: words and progress on stderr, the first interrupt aborts, the second ends the process. */
export function createTerminal(): Terminal {
  const controller = new AbortController();
  const line = createProgressLine();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    locale: readLocale(),
    signal: controller.signal,
    say: (text) => {
      line.end();
      process.stderr.write(`${text}\n`);
    },
    progress: line.show,
    printJson: (value) =>
      new Promise((resolve, reject) => {
        process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => {
      line.end();
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
