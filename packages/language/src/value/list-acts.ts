/**
 * The acts of a weighing: every answer, question and lookup; every offer and lead together with the answer that is best
 * on the belief; and abstaining.
 * @module
 */
import type { Weighing } from '../weigh/weighing.ts';
import type { LanguageAct } from './act.ts';
import { freshIds } from './fresh-ids.ts';

/** Lists them. `known` gives the id of something said before that means the same, so that it is recognised. */
export function listActs(
  weighing: Weighing,
  weights: readonly number[],
  known: (kind: 'ask' | 'offer', text: string) => string | undefined = () => undefined,
): readonly LanguageAct[] {
  const best = bestAnswer(weighing, weights);
  const fresh = freshIds();
  const acts: LanguageAct[] = weighing.answers.map((answer, i) => {
    const kind = answer.isRecommendation ? 'recommend' : 'answer';
    return { kind, id: fresh(`${kind}:${slug(answer.gist)}`), text: answer.gist, answer: i };
  });
  weighing.questions.forEach((question, i) => {
    const id = known('ask', question.text) ?? `ask:${slug(question.text)}`;
    acts.push({ kind: 'ask', id: fresh(id), text: question.text, question: i, evidence: 'replies would differ' });
    if (question.tool) {
      const text = `${question.text} (${question.tool})`;
      acts.push({ kind: 'lookup', id: fresh(`lookup:${slug(question.text)}`), text, question: i });
    }
  });
  weighing.offers.forEach((offer, i) => {
    const id = known('offer', `${offer.topic} ${offer.text}`) ?? `offer:${slug(offer.topic || offer.text)}`;
    const { text, evidence, topic } = offer;
    acts.push({ kind: 'offer', id: fresh(id), text, answer: best, offer: i, topics: [topic], evidence });
  });
  for (const { goal, text } of weighing.leads) {
    acts.push({ kind: 'lead', id: fresh(`lead:${goal}`), text, answer: best, goal, evidence: 'a goal of the host' });
  }
  acts.push({ kind: 'abstain', id: 'abstain', text: 'say openly that this is not known' });
  return acts;
}

/** Position of the answer with the greatest expected fit, times the chance that it is true. */
export function bestAnswer(weighing: Weighing, weights: readonly number[]): number {
  const score = (i: number): number => {
    const { fits, sure } = weighing.answers[i];
    return sure * fits.reduce((sum, fit, intent) => sum + fit * weights[intent], 0);
  };
  return weighing.answers.reduce((best, _, i) => (score(i) > score(best) ? i : best), 0);
}

/** Words of a text as a short id. */
export function slug(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? ['it']).slice(0, 8).join('-').slice(0, 60);
}
