/**
 * First replies by cell of the crossover: what is drawn as a map.
 * @module
 */
import { SITUATIONS, type Situation } from '@sente/pocket';
import type { PlayedRow } from '../probe/played.ts';
import type { BoundaryCase, RequestCase } from './cases.ts';
import type { ShopAct } from './optimal.ts';

/** One cell. */
export interface BoundaryCell extends Situation {
  /** The best first act, by dynamic programming. */
  readonly best: ShopAct;
  /** What asking is worth above the best other act, in R\*. */
  readonly margin: number;
  /** Shares (0 … 1) of first replies; the rest do none of the three. */
  readonly ask: number;
  readonly recommend: number;
  readonly abstain: number;
  /** Conversations. */
  readonly n: number;
}

/** Shares of first replies in each cell that was played; rows of one agent. */
export function firstActs(rows: readonly PlayedRow[], cases: readonly BoundaryCase[]): readonly BoundaryCell[] {
  const requests = new Map(cases.flatMap((one) => (one.kind === 'request' ? [[one.id, one] as const] : [])));
  const nameOf = ({ openness, hurry, reliability }: Situation): string => `${openness} ${hurry} ${reliability}`;
  const found = Map.groupBy(
    rows.flatMap((row): { request: RequestCase; first: string }[] => {
      const request = requests.get(row.case);
      return request ? [{ request, first: firstOf(row) }] : [];
    }),
    ({ request }) => nameOf(request.situation),
  );
  return SITUATIONS.flatMap((situation): BoundaryCell[] => {
    const played = found.get(nameOf(situation));
    if (!played) return [];
    const share = (act: ShopAct): number => played.filter(({ first }) => first === act).length / played.length;
    const { best, margin } = played[0].request;
    return [
      {
        ...situation,
        best,
        margin,
        ask: share('ask'),
        recommend: share('recommend'),
        abstain: share('abstain'),
        n: played.length,
      },
    ];
  });
}

/** What the first reply of a row of a request did: `ask`, `recommend`, `abstain`, `other`. */
export function firstOf({ detail }: PlayedRow): string {
  return (detail as { readonly first: string }).first;
}
