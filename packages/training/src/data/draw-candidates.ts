/**
 * Draws the candidates of a turn: as the model replies by itself, at temperature 1; if wanted, one that is told to ask and
 * one that is told to offer. What a candidate was told stands in no record.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import { createCaller } from '@sente/language';
import type { DataSettings } from './data-case.ts';
import type { Candidate, CandidateKind, Message } from './step.ts';

const TOLD: Readonly<Record<Exclude<CandidateKind, 'plain'>, string>> = {
  ask: 'In this reply, ask the one short question whose answer would help you most to serve the user. Do not answer the request yet.',
  offer:
    'In this reply, serve the request as well as you can, and add in one sentence the one thing that the user will need next and has not asked for.',
};

/** In the order in which they are drawn. */
export async function drawCandidates(
  model: LanguageModelV4,
  prompt: readonly Message[],
  { candidates, prompted, maxTokens }: DataSettings,
  random: Random,
): Promise<Candidate[]> {
  const kinds: CandidateKind[] = [
    ...Array.from({ length: candidates }, (): CandidateKind => 'plain'),
    ...(prompted ? (['ask', 'offer'] as const) : []),
  ];
  const caller = createCaller(model, { retries: 0 });
  const system = prompt.flatMap(({ role, content }) => (role === 'system' ? [content] : [])).join('\n\n');
  const turns = prompt.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, text: content }]));
  const { text: said } = turns.at(-1)!;
  const drawn = await Promise.all(
    kinds.map(async (kind, number) => {
      const told = kind === 'plain' ? system : `${system}\n\n${TOLD[kind]}`.trim();
      const seed = random.split(number).integer(2 ** 31);
      const call = { label: 'data:reply', system: told, before: turns.slice(0, -1), prompt: said };
      return { kind, ...(await caller.text({ ...call, maxTokens, temperature: 1, seed })) };
    }),
  );
  const seen = new Set<string>();
  return drawn.map(({ kind, text, cutOff }): Candidate => {
    const words = text.trim();
    if (words === '') return { text: words, kind, dropped: 'empty' };
    // Nobody should learn to break off in the middle.
    if (cutOff) return { text: words, kind, dropped: 'cut-off' };
    if (seen.has(words)) return { text: words, kind, dropped: 'repeated' };
    seen.add(words);
    return { text: words, kind };
  });
}
