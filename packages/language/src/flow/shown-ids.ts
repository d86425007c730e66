/**
 * Ids of acts as they may be shown. An id is made of the act's words; where these are private, the act goes by its kind
 * and its rank.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { LanguageAct } from '../value/act.ts';

/** The id of an act whose words are private; `rank` counts from 1, the best act's. */
export function privateId(kind: string, rank: number): string {
  return `${kind}:private-${rank}`;
}

/** By act id, what may be shown for it. `open` strikes out what is private: see `striker`. */
export function shownIds(
  candidates: Decision<LanguageAct>['candidates'],
  open: (text: string) => string,
): ReadonlyMap<string, string> {
  const isOpen = (text: string): boolean => open(text) === text;
  return new Map(
    candidates.map(({ act: { id, kind, text } }, at) => [
      id,
      isOpen(text) && isOpen(id.replaceAll(/[:-]/g, ' ')) ? id : privateId(kind, at + 1),
    ]),
  );
}

/** Whether an id that was shown is the chosen act's. */
export function isChosen({ chosen, candidates }: Decision<LanguageAct>, shown: string | undefined): boolean {
  return (
    shown === chosen.id || shown === privateId(chosen.kind, candidates.findIndex(({ act }) => act.id === chosen.id) + 1)
  );
}
