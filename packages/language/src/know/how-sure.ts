/**
 * How sure the model is of its answer, beyond what it states: by the log-probabilities of yes and no, or by asking several
 * times. Both are about the answer that would be given; the other answers' chances are scaled along.
 *
 * Source: P(True) of Kadavath et al. 2022, arXiv 2207.05221. What comes out is a forecast to be calibrated (`calibrate`),
 * not a calibrated one.
 * @module
 */
import { probabilityFromLogprobs, probabilityFromSamples } from '@sente/engine';
import type { Caller } from '../model/caller.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { bestAnswer } from '../value/list-acts.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { knowCall } from './know-prompt.ts';

/** `stated`: as the weighing says; `logprobs`: one call more, where the model gives them; `samples`: three calls more. */
export type Confidence = 'stated' | 'logprobs' | 'samples';

/** Times that a model is asked. */
const SAMPLES = 3;

/** The weighing with the chances of being true as the model's own yes and no have them; as stated where they tell nothing. */
export async function howSure(
  caller: Caller,
  transcript: Transcript,
  session: Session,
  weighing: Weighing,
  confidence: Confidence,
  signal?: AbortSignal,
): Promise<Weighing> {
  if (confidence === 'stated') return weighing;
  const best = bestAnswer(
    weighing,
    session.intents.map(({ weight }) => weight),
  );
  const { gist, sure } = weighing.answers[best];
  const call = { ...knowCall(transcript, gist), signal };
  const probability = confidence === 'logprobs' ? await byLogprobs(caller, call) : await bySamples(caller, call);
  if (probability === undefined) return weighing;
  const scale = sure > 0 ? probability / sure : 1;
  return {
    ...weighing,
    answers: weighing.answers.map((answer, i) => {
      return { ...answer, sure: i === best ? probability : Math.min(1, answer.sure * scale) };
    }),
  };
}

type Call = ReturnType<typeof knowCall> & { readonly signal?: AbortSignal };

async function byLogprobs(caller: Caller, call: Call): Promise<number | undefined> {
  const { logprobs } = await caller.text({ ...call, logprobs: true });
  const first = logprobs?.find(({ token }) => token.trim() !== '');
  if (first === undefined) return undefined;
  const forecast = probabilityFromLogprobs(first.top ?? [first]);
  // A model that was about to say something else says nothing by this.
  return forecast !== undefined && forecast.mass >= 0.5 ? forecast.probability : undefined;
}

async function bySamples(caller: Caller, call: Call): Promise<number | undefined> {
  const replies = await Promise.all(
    Array.from({ length: SAMPLES }, (_, seed) => caller.text({ ...call, temperature: 1, seed })),
  );
  const read = replies.map(({ text }) => yesOrNo(text));
  return read.every((one) => one === undefined) ? undefined : probabilityFromSamples(read);
}

function yesOrNo(text: string): boolean | undefined {
  const word = /^[\s"'*`]*(yes|no)\b/i.exec(text.replace(/<think>[\s\S]*?<\/think>/g, ''))?.[1]?.toLowerCase();
  return word === undefined ? undefined : word === 'yes';
}
