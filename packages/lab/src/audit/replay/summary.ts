/**
 * Figures of an audit: how often initiative would have paid, what Sente would have caught of it, and what it would have
 * cost in vain; beside the constants that always and never take the initiative.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { Figure } from '../../statistics/summary.ts';
import { tallies } from '../tallies.ts';
import { INITIATIVE_KINDS, type Moment, wouldHavePaid } from './moment.ts';

/** What is counted, and the figures by agent. */
export interface AuditSummary {
  /** Turns with a user turn after them, in which the assistant did not ask itself: the ones that count. */
  readonly counted: number;
  /** Of these, turns in which initiative would have paid. */
  readonly paid: number;
  /** By sign: how often the user corrected, repeated, added. */
  readonly signs: Readonly<Record<string, number>>;
  /** Verdicts on what Sente would have done, over all turns. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** `sente` (with a model), `always-act`, `never-act`: `initiative` (share of turns), `precision`, `recall`, `f1`. */
  readonly agents: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
}

/** Sums up. `conversations` is how many there are. */
export function summariseMoments(moments: readonly Moment[], conversations: number, seed = 1): AuditSummary {
  const counts = moments.filter(({ next, did }) => next !== undefined && did !== 'ask');
  const isDecided = moments.some(({ would }) => would);
  const agents: Record<string, (moment: Moment) => boolean> = {
    ...(isDecided && { sente: ({ would }: Moment) => would !== undefined && INITIATIVE_KINDS.has(would.kind) }),
    'always-act': () => true,
    'never-act': () => false,
  };
  const random = createRandom(seed).split('audit');
  const figures = Object.entries(agents).map(([name, acts]) => {
    const sums = tallies(conversations);
    for (const moment of counts) {
      // What Sente would have said is borne out or not by itself; the constants say nothing in particular.
      const isRight =
        name === 'sente' && acts(moment) ? moment.verdict === 'yes' : wouldHavePaid(moment) && acts(moment);
      sums.add('turns', moment.conversation, 1);
      sums.add('a/both', moment.conversation, Number(isRight));
      sums.add('a/decided', moment.conversation, Number(acts(moment)));
      sums.add('a/actual', moment.conversation, Number(wouldHavePaid(moment)));
    }
    const { share, agreement } = sums.finish(random);
    const { 'a-precision': precision, 'a-recall': recall, 'a-f1': f1 } = agreement('a');
    return [name, { initiative: share('a/decided', 'turns'), precision, recall, f1 }] as const;
  });
  return {
    counted: counts.length,
    paid: counts.filter(wouldHavePaid).length,
    signs: tally(counts.map(({ hindsight }) => hindsight.kind)),
    verdicts: tally(isDecided ? moments.map(({ verdict }) => verdict) : []),
    agents: Object.fromEntries(figures),
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
