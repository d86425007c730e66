/**
 * The watcher's form as it comes back, made into rows of the right length, whatever a rough model gives.
 * @module
 */
import { z } from 'zod';
import { along, isNothing, listOf, type Row, row, share, words } from '../read/tolerant.ts';
import type { ImaginedIntent } from '../session/session.ts';
import type { LeadOption, OfferOption } from '../weigh/weighing.ts';

const offer = z.object({
  say: words,
  because: words.catch('').default(''),
  topic: words.catch('').default(''),
  wanted: row(share).catch([]).default([]),
});
const lead = z.object({ goal: words, say: words, moment: share.catch(0.5).default(0.5) });

/** The form, filled in. */
export interface EventForm {
  readonly offers: readonly { say: string; because: string; topic: string; wanted: Row }[];
  readonly leads: readonly { goal: string; say: string; moment: number }[];
  readonly moment: number;
}

/** The form. A moment that is not told is a middling one. */
export const eventForm: z.ZodType<EventForm> = z.object({
  offers: listOf(offer),
  leads: listOf(lead),
  moment: share.catch(0.5).default(0.5),
});

/** What an event is worth to whom. */
export interface EventWeighing {
  /** `wanted`: chance that each listener wants to be told now. */
  readonly offers: readonly OfferOption[];
  readonly leads: readonly LeadOption[];
  /** How good the moment is to speak at all, 0 to 1. */
  readonly moment: number;
}

/** The rows. What says nothing is left out; chances that are not told are 0. */
export function toEventWeighing(
  form: EventForm,
  listeners: readonly ImaginedIntent[],
  goals: readonly string[],
): EventWeighing {
  return {
    offers: form.offers
      .filter(({ say }) => say.trim() !== '')
      .map(({ say, because, topic, wanted }) => ({
        text: say.trim(),
        evidence: isNothing(because) ? '' : because.trim(),
        topic,
        wanted: along(wanted, listeners, 0),
      })),
    leads: form.leads
      .filter(({ goal, say }) => goals.includes(goal) && say.trim() !== '')
      .map(({ goal, say, moment }) => ({ goal, text: say.trim(), moment })),
    moment: form.moment,
  };
}
