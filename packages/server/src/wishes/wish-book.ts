/**
 * What people wished for and nothing fitted, counted. No identities, no transcripts, no times: only the wishes as they
 * stood together, how often, and the items that came nearest.
 *
 * Kept as JSON lines, one per combination and count; lines of the same combination add up, so that noting a wish is an
 * append and a crash loses at most the last line.
 * @module
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { UnmetWish } from '@sente/catalog';

/** One combination of wishes that nothing fitted. */
export interface UnmetCombination extends UnmetWish {
  /** How many times. */
  readonly count: number;
}

/** Distinct combinations that are kept; later new ones are dropped, so that nobody can fill the disk. */
const MOST_COMBINATIONS = 10_000;

/** Counts unmet wishes of one catalogue, in a file or, where that cannot be written, in memory. */
export class WishBook {
  readonly #combinations = new Map<string, UnmetCombination & { readonly catalog: string }>();
  readonly #file: string | undefined;
  #kept: 'file' | 'memory' = 'memory';

  /** @param file path of the JSONL file; its folder is made. Absent: memory only. */
  constructor(file?: string) {
    this.#file = file;
    if (file === undefined) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, '');
      this.#kept = 'file';
      this.#load(readFileSync(file, 'utf8'));
      this.#write();
    } catch {
      this.#kept = 'memory';
    }
  }

  /** Where the wishes are: memory is lost when the server stops. */
  get kept(): 'file' | 'memory' {
    return this.#kept;
  }

  /** Notes what somebody did not find in `catalog`. */
  add(catalog: string, unmet: UnmetWish): void {
    const entry = { catalog, wishes: [...unmet.wishes].sort(), nearest: unmet.nearest, count: 1 };
    if (!this.#fold(entry) || this.#kept === 'memory' || this.#file === undefined) return;
    try {
      appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    } catch {
      this.#kept = 'memory';
    }
  }

  /** The combinations of one catalogue, commonest first; equally common ones in the order of their words. */
  of(catalog: string): readonly UnmetCombination[] {
    return [...this.#combinations.values()]
      .filter((entry) => entry.catalog === catalog)
      .map(({ wishes, nearest, count }) => ({ wishes, nearest, count }))
      .sort((a, b) => b.count - a.count || (a.wishes.join() < b.wishes.join() ? -1 : 1));
  }

  /** Forgets what is known of one catalogue; gives how many times nothing had fitted. */
  forget(catalog: string): number {
    let forgotten = 0;
    for (const [key, entry] of this.#combinations) {
      if (entry.catalog !== catalog) continue;
      forgotten += entry.count;
      this.#combinations.delete(key);
    }
    this.#write();
    return forgotten;
  }

  #fold(entry: UnmetCombination & { readonly catalog: string }): boolean {
    const key = JSON.stringify([entry.catalog, entry.wishes]);
    const before = this.#combinations.get(key);
    if (before === undefined && this.#combinations.size >= MOST_COMBINATIONS) return false;
    this.#combinations.set(key, { ...entry, count: entry.count + (before?.count ?? 0) });
    return true;
  }

  /** Takes in a file's lines; a line that is damaged (a crash in the middle of writing) is passed over. */
  #load(text: string): void {
    for (const line of text.split('\n')) {
      try {
        const entry = JSON.parse(line);
        const isStrings = (list: unknown): boolean => Array.isArray(list) && list.every((w) => typeof w === 'string');
        if (typeof entry.catalog !== 'string' || !isStrings(entry.wishes) || !isStrings(entry.nearest)) continue;
        if (Number.isSafeInteger(entry.count) && entry.count > 0) this.#fold(entry);
      } catch {}
    }
  }

  /** Writes everything, one line a combination. Whole or not at all: through a second file. */
  #write(): void {
    if (this.#kept === 'memory' || this.#file === undefined) return;
    const aside = `${this.#file}.${process.pid}`;
    try {
      const lines = [...this.#combinations.values()].map((entry) => `${JSON.stringify(entry)}\n`);
      writeFileSync(aside, lines.join(''));
      renameSync(aside, this.#file);
    } catch {
      rmSync(aside, { force: true });
      this.#kept = 'memory';
    }
  }
}
