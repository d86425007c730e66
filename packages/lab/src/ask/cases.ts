/**
 * The cases of the probe: embedded ones, or those of a file or a folder.
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRandom } from '@sente/engine';
import { type CaseOptions, ProbeDataError } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { citiesIn, listGames, tableGames, thingsIn } from './data/lists.ts';
import { readWords } from './data/read-words.ts';
import type { WordsCase } from './data/words-case.ts';
import { drawGames, type ListGame, type TableGame } from './game/game-case.ts';
import { drawRequests, type RequestCase, shuffled } from './requests.ts';

/** Any case of the probe. */
export type AskCase = RequestCase | WordsCase | TableGame | ListGame;

/** Embedded cases: requests (half open, half closed), games on the table, games on a list. */
const EMBEDDED = { requests: 100, tables: 12, lists: 8 } as const;
const ALL: number = EMBEDDED.requests + EMBEDDED.tables + EMBEDDED.lists;

/** Draws or reads. @throws {ProbeDataError} */
export async function askCases({
  seed,
  data,
  split,
  cases = Number.POSITIVE_INFINITY,
}: CaseOptions): Promise<readonly AskCase[]> {
  const random = createRandom(seed).split('ask');
  if (data === undefined) {
    const share = Math.min(1, cases / ALL);
    const [tables, lists] = [Math.floor(EMBEDDED.tables * share), Math.floor(EMBEDDED.lists * share)];
    const requests = Math.min(EMBEDDED.requests, cases - tables - lists);
    return [
      ...drawRequests(hikingShop(), random.split('requests'), requests),
      ...drawGames(random.split('games'), tables, lists),
    ];
  }
  const read = filesAt(data, split).flatMap((file) => readCases(readFileSync(file, 'utf8'), basename(file)));
  const twice = read.find(({ id }, k) => read.findIndex((other) => other.id === id) !== k);
  if (twice) throw new ProbeDataError(data, `two cases are called “${twice.id}”: give each record an id of its own`);
  if (read.length <= cases) return read;
  const drawn = new Set(shuffled(read, random.split('draw')).slice(0, cases));
  return read.filter((one) => drawn.has(one));
}

/** The files of data: the one named, or those of a folder that look like data; those whose name holds the split, if given. */
function filesAt(path: string, split: string | undefined): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ProbeDataError(path, 'there is no such file or folder');
  if (found.isFile()) return [path];
  const names = readdirSync(path)
    .filter((name) => /\.(?:jsonl?|txt)$/.test(name) && (split === undefined || name.includes(split)))
    .sort();
  if (names.length === 0) throw new ProbeDataError(path, 'there is no .json, .jsonl or .txt file in this folder');
  return names.map((name) => join(path, name));
}

function readCases(text: string, file: string): readonly AskCase[] {
  const cities = citiesIn(text, file);
  if (cities) return tableGames(cities);
  const things = thingsIn(text, file);
  return things ? listGames(things) : readWords(text, file);
}
