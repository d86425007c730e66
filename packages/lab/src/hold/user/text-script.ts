/**
 * A request in words as a script: which piece a question asks for is told by the words that they share.
 * @module
 */
import type { Random } from '@sente/engine';
import { questionsOf } from '../reply/questions.ts';
import { contentWords } from './content-words.ts';
import type { Call, Script } from './script.ts';

const SHRUGS: readonly string[] = [
  "I'm not sure about that.",
  "I don't know, sorry.",
  'No idea. Does that matter?',
  'I have nothing on that.',
];
const PROMPTS: readonly string[] = [
  "That's everything I know. What is your answer?",
  'There is no more to tell. So what would you say?',
];

/** Questions that ask for whatever there is. */
const GENERAL =
  /\b(?:anything else|what else|more (?:details?|information|context)|(?:additional|further|other|missing) (?:details?|information|context|requirements?|constraints?)|(?:share|provide|tell me|give me) (?:the |more |some |any )?(?:details?|information|rest|full|more|remaining|next)|go on|what (?:do you know|information|details))\b/i;

/** Questions that lean on the sentence before them. */
const POINTS_BACK = /\b(?:that|this|it|them|those|these|one)\b/i;

/** Makes the script of a request. `random` draws the user's turns of phrase. */
export function textScript(
  request: { readonly full: string; readonly shards: readonly string[]; readonly ordered?: boolean },
  random: Random,
): Script {
  const words = request.shards.map(contentWords);
  const wordsOfAll = words.flatMap((set) => [...set]);
  // A word that many pieces share says little about which one is meant.
  const rarity = (word: string): number => 1 / wordsOfAll.filter((other) => other === word).length;
  const likeness = (question: ReadonlySet<string>, place: number): number =>
    [...words[place]].reduce((sum, word) => sum + (question.has(word) ? rarity(word) : 0), 0);
  return {
    lists: true,
    full: request.full,
    shards: request.shards.map((text, place) => ({
      text,
      ...(request.ordered && place > 0 ? { after: [place - 1] } : {}),
    })),
    standing: (said) => [...said].sort((a, b) => a - b).map((place) => request.shards[place]),
    callOf(reply, said): Call {
      const asked = questionsOf(reply).filter((question) => !GENERAL.test(question));
      if (request.ordered || asked.length === 0) return { kind: 'open' };
      const likest = (text: string) =>
        request.shards
          .map((_, place) => ({ place, like: likeness(contentWords(text), place), isOut: said.includes(place) }))
          // The first piece is the request itself: nobody asks for that again.
          .filter(({ place, like }) => place > 0 && like > 0)
          .sort((a, b) => Number(a.isOut) - Number(b.isOut) || b.like - a.like)[0];
      // "Do you know that number?" is about what was said before it.
      const pointsBack = asked.some((question) => POINTS_BACK.test(question));
      const best = likest(asked.join(' ')) ?? (pointsBack ? likest(reply) : undefined);
      if (best === undefined) return { kind: 'unrelated' };
      return best.isOut ? { kind: 'again', shard: best.place } : { kind: 'asked', shard: best.place };
    },
    again: (shard) => `As I said: ${request.shards[shard]}`,
    shrug: () => random.pick(SHRUGS),
    prompt: () => random.pick(PROMPTS),
  };
}
