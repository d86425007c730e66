/**
 * Published figures to stand beside ours.
 * @module
 */
import type { Reference } from '../probe/probe.ts';

const TABLE = 'Laban et al. 2025, arXiv 2505.06120, Table 1';
const RECAP = 'Laban et al. 2025, arXiv 2505.06120, section 7.1';

/** Math is GSM8K in pieces, as in the data that `--data` reads. Shares. */
export const HOLD_REFERENCES: readonly Reference[] = [
  ...math('GPT-4o', 0.938, 0.919, 0.679),
  ...math('GPT-4o-mini', 0.881, 0.88, 0.587),
  ...math('Llama3.1-8B', 0.639, 0.626, 0.374),
  ...math('o3', 0.816, 0.8, 0.631),
  { metric: 'p@full', who: 'GPT-4o, four tasks', value: 0.93, source: RECAP },
  { metric: 'p@sharded', who: 'GPT-4o, four tasks', value: 0.591, source: RECAP },
  { metric: 'p@recap', who: 'GPT-4o, four tasks', value: 0.766, source: RECAP },
  { metric: 'p@snowball', who: 'GPT-4o, four tasks', value: 0.653, source: RECAP },
];

function math(who: string, full: number, concat: number, sharded: number): readonly Reference[] {
  return [
    { metric: 'p@full', who: `${who}, math`, value: full, source: TABLE },
    { metric: 'p@concat', who: `${who}, math`, value: concat, source: TABLE },
    { metric: 'p@sharded', who: `${who}, math`, value: sharded, source: TABLE },
  ];
}
