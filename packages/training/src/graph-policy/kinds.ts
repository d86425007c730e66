/**
 * Kinds of people that a policy is trained with.
 * @module
 */
import type { ItemGameSetting } from '@sente/lab';
import type { Habits } from './person.ts';

/** One kind: what the policy is told of them, what they do beyond that, and their share of conversations. */
export interface Kind {
  readonly setting: Omit<ItemGameSetting, 'turns'>;
  readonly habits?: Habits;
  readonly share: number;
}

const exact = { noise: 0, unknown: 0, hazard: 0 };

/**
 * People who answer well most of all, then such as err, do not know, or lose patience; and such as take other items too, say
 * more than was asked, or come to want another item, of which no policy is told. Who changes a wish is told of as one who errs.
 */
export const KINDS: readonly Kind[] = [
  { setting: exact, share: 4 },
  { setting: { noise: 0.1, unknown: 0, hazard: 0 }, share: 2 },
  { setting: { noise: 0.05, unknown: 0.1, hazard: 0 }, share: 1 },
  { setting: { noise: 0.2, unknown: 0, hazard: 0 }, share: 1 },
  { setting: { noise: 0, unknown: 0.2, hazard: 0 }, share: 1 },
  { setting: { noise: 0, unknown: 0.1, hazard: 0.03 }, share: 1.5 },
  { setting: { noise: 0, unknown: 0, hazard: 0.06 }, share: 1 },
  { setting: { noise: 0.1, unknown: 0.1, hazard: 0.03 }, share: 1 },
  { setting: exact, habits: { others: 2 }, share: 0.5 },
  { setting: exact, habits: { tells: 0.4 }, share: 1 },
  { setting: { noise: 0.1, unknown: 0, hazard: 0 }, habits: { noise: 0.03, changes: 0.07 }, share: 1 },
];
