/**
 * What racing, guarding and ending a reply must know of a completion in one piece.
 * @module
 */
import { type PartForm, wholeEnding } from '@sente/language';
import { madeDocument, type ReplyPart } from './reply-part.ts';
import { callsOf, hushed, textOf, withWords } from './said.ts';
import { type Speaker, usageOf } from './speaker.ts';

/** Blanks, tabs and line ends are up to here; some servers send them while the model thinks. */
const BLANK = 0x20;

/** A completion in one piece, or a piece of one. */
export function documentForm(speaker: Speaker): PartForm<ReplyPart> {
  const saying = (text: string): ReplyPart => {
    const { id, created, model } = speaker;
    const message = { role: 'assistant', content: text, refusal: null };
    return madeDocument({
      id,
      object: 'chat.completion',
      created,
      model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
      usage: usageOf(speaker),
    });
  };
  return {
    isFirst: ({ raw, chunk }) => chunk !== undefined || raw.some((byte) => byte > BLANK),
    failure: () => undefined,
    size: ({ raw }) => raw.byteLength,
    text: textOf,
    withText: (part, text) =>
      part.chunk === undefined || text === textOf(part) ? part : madeDocument(withWords(part, part.chunk, text)),
    calls: callsOf,
    hush(part) {
      const chunk = hushed(part);
      return chunk === undefined ? part : madeDocument(chunk);
    },
    isBoundary: () => true,
    isOpening: () => false,
    said: (text) => [saying(text)],
    ending: () => wholeEnding(saying),
  };
}
