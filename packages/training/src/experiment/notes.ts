/**
 * What a reader of the experiment should know.
 * @module
 */
import type { Budgets } from './budgets.ts';

/** Sentences for the report. */
export function notesOn({ base, steps, groups, group }: Budgets, seeds: readonly number[]): string[] {
  return [
    'Cases are those of the lab’s probe `boundary`: bags that no training met, users in code and words that training never met.',
    'Figures are of replies sampled at temperature 1, as the model has them, unless their name ends in @greedy: then the likeliest word stands in each place.',
    `Each base read ${base} batches; each policy gradient, the single-turn one among them, took ${steps} steps of ${groups} contexts with ${group} replies: the same number of gradient steps and of judged replies for every horizon. A longer horizon samples more tokens to judge a reply; both counts stand with each model.`,
    'All objectives and seeds start from the same weights: one base for each corpus. A seed is all that is drawn after it.',
    seeds.length > 1
      ? `Intervals are over ${seeds.length} seeds and the cases at once; with so few seeds they are rough.`
      : 'One seed: intervals are over cases only.',
    'Stakes, phrasings and budgets were settled in trial runs that were looked at; the cases of this report are others than those of the trials.',
    'In the corpus, whether an assistant asks is independent of how open the request is, of hurry and of reliability.',
    'Even perfect play two user turns ahead asks in two of the 36 cells otherwise than perfect play to the end.',
  ];
}
