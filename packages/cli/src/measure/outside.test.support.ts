/**
 * An outside for tests: what a command writes and how it ends is kept, and its clocks stand still.
 */
import type { Command } from 'commander';
import type { MeasureOutside } from './outside.ts';

/** What a command told the outside so far. */
export interface Told {
  out: string;
  err: string;
  /** Undefined until an exit code is set. */
  code: number | undefined;
}

/** What of the outside a test wants otherwise. */
interface Wanted {
  /** Milliseconds since 1970; 0 unless given. */
  readonly clock?: number;
  readonly isTTY?: boolean;
  /** Gets what ends the run, as Ctrl-C would, once the command listens. */
  readonly onListening?: (stop: () => void) => void;
}

/** An outside in this directory, and what it is told. */
export function keepOutside(
  directory: string,
  { clock = 0, isTTY = false, onListening }: Wanted = {},
): { readonly outside: MeasureOutside; readonly told: Told } {
  const told: Told = { out: '', err: '', code: undefined };
  const write = (to: 'out' | 'err') => (text: string) => {
    told[to] += text;
  };
  const outside: MeasureOutside = {
    out: { write: write('out') },
    err: { write: write('err'), isTTY },
    now: () => 0,
    clock: () => clock,
    directory,
    onInterrupt(stop) {
      onListening?.(stop);
      return () => {};
    },
    exit(code) {
      told.code = code;
    },
  };
  return { outside, told };
}

/** Runs a command as if `line` had been typed after its name. Rejects with what it throws; says nothing of it itself. */
export async function runLine(command: Command, line: string): Promise<void> {
  for (const one of [command, ...command.commands]) one.exitOverride().configureOutput({ writeErr: () => {} });
  await command.parseAsync(line.split(' ').filter(Boolean), { from: 'user' });
}
