/**
 * One reply of a checkpoint with all that the studio shows of it: the likeliest words, what they do, what the model would
 * do if it were asked sixteen times, and how it thinks that this will end.
 * @module
 */
import { createRandom } from '@sente/engine';
import { bagName, type ReplyMeaning, readReply, spellOut } from '@sente/pocket';
import { Problem } from '../problem.ts';
import type { PocketSpeaker } from './checkpoint.ts';
import type { PocketAct, PocketReply, PocketSide } from './pocket-schema.ts';

/** Replies that are drawn beside the likeliest one. */
const DRAWN = 16;

/** Speaks. Throws Problem `bad-request` when the turns are longer than the model can read. */
export function speak(speaker: PocketSpeaker, { checkpoint, turns }: PocketSide, draw: number): PocketReply {
  if (!speaker.fits(turns)) {
    throw new Problem('bad-request', 'That is more than this model can read.', 'Start over, or say it in fewer words.');
  }
  const random = createRandom(`${checkpoint}/${draw}/${turns.length}`);
  // As people write it; the tokenizer reads it back as the words that it was.
  const text = spellOut(speaker.reply(turns, 0, random.split('likeliest')));
  const acts: Record<PocketAct, number> = { recommend: 0, ask: 0, answer: 0, abstain: 0, unclear: 0 };
  for (let at = 0; at < DRAWN; at++) acts[readReply(speaker.reply(turns, 1, random.split(at))).act]++;
  const meaning = readReply(text);
  const forecast = speaker.forecast(turns);
  return {
    checkpoint,
    text,
    act: meaning.act,
    ...about(meaning),
    drawn: DRAWN,
    acts,
    forecast: Number.isFinite(forecast) ? forecast : null,
    unknown: speaker.unknownWords(turns.at(-1)?.text ?? ''),
    // A short user turn must fit behind it, or there is nothing more to say.
    full: !speaker.fits([...turns, { speaker: 'assistant', text }, { speaker: 'user', text: 'the red one please' }]),
  };
}

function about(meaning: ReplyMeaning): { about?: string } {
  switch (meaning.act) {
    case 'recommend':
      return { about: bagName(meaning.bag) };
    case 'ask':
      return { about: meaning.attribute };
    case 'answer':
      return { about: `${meaning.price} euros` };
    default:
      return {};
  }
}
