/**
 * Reads CaSiNo: two people negotiate over packages of food, water and firewood, and say afterwards how satisfied they are.
 *
 * Source: Chawla et al. 2021, "CaSiNo: a corpus of campsite negotiation dialogues", NAACL. What counts as a good end and
 * where a dialogue is cut: Sicilia et al. 2024, arXiv 2402.03284, and its code: both at least slightly satisfied; all from
 * the first "Submit-Deal" or "Walk-Away" on is left out; dialogues of three turns or fewer are left out.
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ProbeDataError } from '../../probe/probe.ts';

/** One negotiation, up to where the deal is entered. */
export interface Negotiation {
  readonly id: string;
  /** Speakers are numbered in the order in which they first speak. */
  readonly lines: readonly { readonly speaker: 1 | 2; readonly text: string }[];
  /** Both were at least slightly satisfied with the outcome. */
  readonly bothSatisfied: boolean;
}

/** One file. */
export interface CasinoFile {
  /** Without folder. */
  readonly name: string;
  readonly negotiations: readonly Negotiation[];
}

const SATISFIED = ['Slightly satisfied', 'Extremely satisfied'];
const SATISFACTION = ['Extremely dissatisfied', 'Slightly dissatisfied', 'Undecided', ...SATISFIED] as const;

const dialogue = z.object({
  dialogue_id: z.union([z.number(), z.string()]),
  chat_logs: z.array(z.object({ text: z.string(), id: z.string() })),
  participant_info: z.record(
    z.string(),
    z.object({ outcomes: z.object({ satisfaction: z.enum(SATISFACTION as unknown as [string, ...string[]]) }) }),
  ),
});

/** All files of CaSiNo at a path: the file, or those in the directory. Throws ProbeDataError. */
export function readCasino(path: string): readonly CasinoFile[] {
  if (isDirectory(path)) {
    const names = readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .sort();
    const files = names.flatMap((name) => readFile(join(path, name), true) ?? []);
    if (files.length === 0)
      throw new ProbeDataError(
        path,
        'holds no file of CaSiNo: give a directory with casino_train.json, or such a file',
      );
    return files;
  }
  return [readFile(path, false)!];
}

/** The training file that lies beside a file called “…valid…” or “…test…”, if there is one. */
export function trainingBeside(path: string): CasinoFile | undefined {
  if (isDirectory(path) || !/valid|test/.test(basename(path))) return undefined;
  const beside = join(dirname(path), basename(path).replace(/valid|test/, 'train'));
  return statSync(beside, { throwIfNoEntry: false })?.isFile() ? readFile(beside, true) : undefined;
}

function isDirectory(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ProbeDataError(path, 'is not there');
  return found.isDirectory();
}

/** Undefined for a JSON file of something else, where that is allowed. */
function readFile(path: string, mayBeOther: boolean): CasinoFile | undefined {
  const name = basename(path);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProbeDataError(name, `is no JSON (${(error as Error).message})`);
  }
  const looksRight =
    Array.isArray(json) && json.length > 0 && typeof json[0] === 'object' && json[0] !== null && 'chat_logs' in json[0];
  if (!looksRight) {
    if (mayBeOther) return undefined;
    throw new ProbeDataError(
      name,
      'is not CaSiNo: a list of dialogues with “chat_logs” and “participant_info” was expected',
    );
  }
  return {
    name,
    negotiations: (json as unknown[]).flatMap((entry, i) => readNegotiation(entry, `${name}, dialogue ${i + 1}`) ?? []),
  };
}

/** Undefined for a dialogue of three turns or fewer. */
function readNegotiation(entry: unknown, where: string): Negotiation | undefined {
  const read = dialogue.safeParse(entry);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new ProbeDataError(where, `${path.join('.')}: ${message}`);
  }
  const { dialogue_id, chat_logs, participant_info } = read.data;
  const end = chat_logs.findIndex(({ text }) => /Submit-Deal|Walk-Away/.test(text));
  const spoken = end < 0 ? chat_logs : chat_logs.slice(0, end);
  if (spoken.length <= 3) return undefined;
  const first = spoken[0].id;
  return {
    id: String(dialogue_id),
    lines: spoken.map(({ id, text }) => ({ speaker: id === first ? 1 : 2, text: text.trim() })),
    bothSatisfied: Object.values(participant_info).every(({ outcomes }) => SATISFIED.includes(outcomes.satisfaction)),
  };
}
