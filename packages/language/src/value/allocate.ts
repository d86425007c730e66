/**
 * How samples are shared out among the acts: by a race, or equally, as plain forward sampling does (arXiv 2502.00640).
 * @module
 */
import { createRace, type Draw, meanOf } from '@sente/engine';

/** Says what to sample next, and is told what came back. */
export interface Allocation {
  /** Empty when there is nothing left to sample. */
  next(): readonly Draw[];
  tell(draw: Draw, value: number | undefined): void;
  /** Position of the best act so far. */
  best(): number;
  /** Mean of each act, NaN before its first sample; of acts that left the race, as compared with the leader. */
  means(): readonly number[];
}

/** `samples` an act: on average in a race, of each when equal. */
export function allocate(how: 'race' | 'equal', acts: number, samples: number): Allocation {
  return how === 'race' ? raced(acts, samples) : equal(acts, samples);
}

function raced(acts: number, samples: number): Allocation {
  const race = createRace({ acts, budget: acts * samples });
  return {
    next: () => race.next(),
    tell: (draw, value) => race.tell(draw, value),
    best: () => race.best(),
    means: () => race.standings().map(({ mean }) => mean),
  };
}

function equal(acts: number, samples: number): Allocation {
  const values = Array.from({ length: acts }, () => new Array<number>(samples).fill(Number.NaN));
  let isDrawn = false;
  const means = (): number[] => values.map(meanOf);
  return {
    next() {
      if (isDrawn) return [];
      isDrawn = true;
      return Array.from({ length: acts * samples }, (_, i) => ({ act: i % acts, sample: Math.floor(i / acts) }));
    },
    tell({ act, sample }, value) {
      values[act][sample] = value ?? Number.NaN;
    },
    best: () => means().reduce((best, mean, act, all) => (mean > all[best] || Number.isNaN(all[best]) ? act : best), 0),
    means,
  };
}
