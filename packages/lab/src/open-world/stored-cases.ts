/**
 * Cases that were decided, kept in a file of one JSON line each, so that a run against a slow or hand-played model can be
 * stopped and taken up again.
 * @module
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { CaseFigures } from './imagined-case.ts';

/** One decided case. */
interface StoredCase {
  readonly model: string;
  readonly method: string;
  readonly seed: string;
  readonly index: number;
  readonly figures: CaseFigures;
}

/** Cases of a file, or of memory alone. */
interface CaseStore {
  /** The figures of a case: as stored, or decided now and stored. A case at which the layer stood aside is not stored. */
  decide(key: Omit<StoredCase, 'figures'>, decide: () => Promise<CaseFigures>): Promise<CaseFigures>;
}

const nameOf = ({ model, method, seed, index }: Omit<StoredCase, 'figures'>): string =>
  JSON.stringify([model, method, seed, index]);

/** Opens a store. A line that was cut off is passed over, and its case decided again. */
export function openCases(file?: string): CaseStore {
  const known = new Map<string, CaseFigures>();
  let text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const line of text.split('\n')) {
    try {
      const stored: StoredCase = JSON.parse(line);
      known.set(nameOf(stored), stored.figures);
    } catch {}
  }
  return {
    async decide(key, decide) {
      const found = known.get(nameOf(key));
      if (found) return found;
      const figures = await decide();
      if (figures.aside !== undefined) return figures;
      known.set(nameOf(key), figures);
      if (file !== undefined) {
        const start = text !== '' && !text.endsWith('\n') ? '\n' : '';
        appendFileSync(file, `${start}${JSON.stringify({ ...key, figures } satisfies StoredCase)}\n`);
        text = '\n';
      }
      return figures;
    },
  };
}
