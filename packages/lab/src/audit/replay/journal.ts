/**
 * The run file: every turn is written down as soon as it is decided, so that an interrupted audit loses nothing that
 * was paid for.
 * @module
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Session, Usage } from '@sente/language';
import { ResumeError } from '../errors.ts';
import type { Moment } from './moment.ts';

/** One decided turn, as it is written down. */
interface JournalEntry {
  readonly moment: Moment;
  /** The conversation after it. */
  readonly session?: Session;
  readonly used: Usage;
}

/** A run that is being written. */
export interface Journal {
  /** What was decided before. */
  readonly entries: readonly JournalEntry[];
  write(entry: JournalEntry): void;
}

/** What must be the same for a run to go on. */
export interface JournalHead {
  /** Contents of the log. */
  readonly log: string;
  /** Settings that decide results. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** Begins a run. Throws when the file cannot be written. */
export function beginJournal(file: string, head: JournalHead): Journal {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(headLine(head))}\n`, { flag: 'wx' });
  return { entries: [], write: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
}

/** Goes on with a run. Throws ResumeError when there is none, or it is about something else. */
export function resumeJournal(file: string, head: JournalHead): Journal {
  if (!existsSync(file)) throw new ResumeError(`There is no run ${file}. Start the audit without --resume.`);
  const text = readFileSync(file, 'utf8');
  // A line that was being written when the machine stopped has no end: it is decided again.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first = '', ...lines] = whole.split('\n').filter((line) => line !== '');
  const wanted = headLine(head);
  const found = parsed(first);
  if (found?.audit !== 1) throw new ResumeError(`${file} is no run of "sente audit".`);
  if (found.log !== wanted.log) {
    throw new ResumeError(
      `${file} is a run about another log, or the log has changed since. Start the audit without --resume.`,
    );
  }
  if (JSON.stringify(found.settings) !== JSON.stringify(wanted.settings)) {
    const before = Object.entries(found.settings).map(([name, value]) => `${name} ${value}`);
    throw new ResumeError(
      `${file} was run with other settings (${before.join(', ')}). Give the same, or start without --resume.`,
    );
  }
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  const entries = lines.map((line) => JSON.parse(line) as JournalEntry);
  return { entries, write: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
}

interface HeadLine {
  readonly audit: 1;
  readonly log: string;
  readonly settings: JournalHead['settings'];
}

function headLine({ log, settings }: JournalHead): HeadLine {
  return { audit: 1, log: createHash('sha256').update(log).digest('hex'), settings };
}

function parsed(line: string): HeadLine | undefined {
  try {
    return JSON.parse(line) as HeadLine;
  } catch {
    return undefined;
  }
}
