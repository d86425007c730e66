/**
 * Weighs a turn: one call, or none where every imagined user would be answered alike and nothing else is to be done.
 * @module
 */
import type { Caller } from '../model/caller.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { WEIGHER, type WeighWants, weighPrompt } from './weigh-prompt.ts';
import { ownAnswers, toWeighing, weighForm } from './weigh-schema.ts';
import type { Weighing } from './weighing.ts';

/** Asks for the matrix. Throws what the caller throws. */
export async function weighTurn(
  caller: Caller,
  transcript: Transcript,
  session: Session,
  wants: WeighWants,
  signal?: AbortSignal,
): Promise<Weighing> {
  const form = await caller.json({
    label: 'weigh',
    system: WEIGHER,
    prompt: weighPrompt(transcript, session, wants),
    schema: weighForm,
    maxTokens: 1400,
    signal,
  });
  const goals = wants.goals.map(({ id }) => id);
  // What was not asked for is not weighed, whatever a rough model fills in.
  const wanted = {
    ...form,
    offers: wants.offers ? form.offers : [],
    // Where no detail is missing, what a question brings is in the replies: that people differ, or do not mind.
    questions: wants.missing ? form.questions : form.questions.map(({ better: _, ...question }) => question),
  };
  return toWeighing(wanted, session.intents, transcript.tools, goals);
}

/** The weighing of a turn with nothing to weigh: one imagined user, one answer. */
export function plainWeighing(session: Session): Weighing {
  return { answers: ownAnswers(session.intents), questions: [], offers: [], leads: [] };
}
