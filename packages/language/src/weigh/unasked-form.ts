/**
 * The part of a form that says what could be said unasked: offers and leads, to an answer or to an event. What has no
 * words is left out.
 * @module
 */
import { z } from 'zod';
import { along, isNothing, listOf, type Row, row, share, words } from '../read/tolerant.ts';
import type { LeadOption, OfferOption } from './weighing.ts';

/** As it comes back. */
export interface UnaskedForm {
  readonly offers: readonly { say: string; because: string; topic: string; wanted: Row }[];
  readonly leads: readonly { goal: string; say: string; moment: number }[];
}

const offer: z.ZodType<UnaskedForm['offers'][number]> = z.object({
  say: words,
  because: words.catch('').default(''),
  topic: words.catch('').default(''),
  wanted: row(share).catch([]).default([]),
});
const lead: z.ZodType<UnaskedForm['leads'][number]> = z.object({
  goal: words,
  say: words,
  moment: share.catch(0.5).default(0.5),
});

/** Its members, for the forms that have them. */
export const unaskedMembers: {
  readonly offers: z.ZodType<z.infer<typeof offer>[]>;
  readonly leads: z.ZodType<z.infer<typeof lead>[]>;
} = { offers: listOf(offer), leads: listOf(lead) };

/** The offers; chances that are not told are 0. */
export function toOffers({ offers }: UnaskedForm, people: readonly { readonly id: string }[]): OfferOption[] {
  return offers
    .filter(({ say }) => say.trim() !== '')
    .map(({ say, because, topic, wanted }) => ({
      text: say.trim(),
      evidence: isNothing(because) ? '' : because.trim(),
      topic,
      wanted: along(wanted, people, 0),
    }));
}

/** The leads; goals that were not asked about are left out. */
export function toLeads({ leads }: UnaskedForm, goals: readonly string[]): LeadOption[] {
  return leads
    .filter(({ goal, say }) => goals.includes(goal) && say.trim() !== '')
    .map(({ goal, say, moment }) => ({ goal, text: say.trim(), moment }));
}
