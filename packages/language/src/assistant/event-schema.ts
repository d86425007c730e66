/**
 * The watcher's form as it comes back, made into rows of the right length, whatever a rough model gives.
 * @module
 */
import { z } from 'zod';
import { share } from '../read/tolerant.ts';
import type { ImaginedIntent } from '../session/session.ts';
import { toLeads, toOffers, type UnaskedForm, unaskedMembers } from '../weigh/unasked-form.ts';
import type { LeadOption, OfferOption } from '../weigh/weighing.ts';

/** The form, filled in. */
export interface EventForm extends UnaskedForm {
  readonly moment: number;
}

/** The form. A moment that is not told is a middling one. */
export const eventForm: z.ZodType<EventForm> = z.object({
  ...unaskedMembers,
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
    offers: toOffers(form, listeners),
    leads: toLeads(form, goals),
    moment: form.moment,
  };
}
