/**
 * What racing, guarding and ending a reply must know of a completion's chunks.
 * @module
 */
import type { Ending, PartForm } from '@sente/language';
import { type Chunk, DONE_PART, madeEvent, type ReplyPart, type Said } from './reply-part.ts';
import { callsOf, choiceOf, hushed, isVisible, saidIn, textOf, withWords } from './said.ts';
import { type Speaker, usageOf } from './speaker.ts';

/** Chunks of a stream. */
export function chunkForm(speaker: Speaker): PartForm<ReplyPart> {
  const { id, created, model } = speaker;
  const own = (rest: Chunk): ReplyPart => madeEvent({ id, object: 'chat.completion.chunk', created, model, ...rest });
  const choice = (delta: Said, finish: string | null, as: Chunk = {}): ReplyPart =>
    own({
      ...as,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(speaker.wantsUsage ? { usage: null } : {}),
    });
  const usage = (): ReplyPart[] => (speaker.wantsUsage ? [own({ choices: [], usage: usageOf(speaker) })] : []);
  const ending = (): Ending<ReplyPart> => {
    let as: Chunk = {};
    let isOpened = false;
    let isFinished = false;
    let isDone = false;
    return {
      see(part) {
        isDone ||= part.isDone === true;
        if (part.chunk === undefined) return;
        isOpened = true;
        isFinished ||= Boolean(choiceOf(part)?.finish_reason);
        const { id: theirs = id, created: at = created, model: name = model } = part.chunk;
        as = { id: theirs, created: at, model: name };
      },
      close: () => [],
      words: (text) => [choice({ ...(isOpened ? {} : { role: 'assistant' }), content: text }, null, as)],
      finish: (isBroken) => [
        ...(isFinished ? [] : [choice({}, isBroken ? 'length' : 'stop', as)]),
        ...(isDone ? [] : [DONE_PART]),
      ],
    };
  };
  return {
    isFirst: isVisible,
    failure: ({ chunk }) => (chunk?.error ? { error: chunk.error } : undefined),
    size: ({ raw }) => raw.byteLength,
    text: textOf,
    withText: (part, text) => (part.chunk === undefined ? part : madeEvent(withWords(part, part.chunk, text))),
    calls: callsOf,
    hush(part) {
      const chunk = hushed(part);
      if (chunk === undefined) return part;
      const made = madeEvent(chunk);
      const { role, tool_calls: calls } = saidIn(made);
      return isVisible(made) || role || calls || choiceOf(made)?.finish_reason ? made : undefined;
    },
    isBoundary: (part) => part.isDone === true || Boolean(choiceOf(part)?.finish_reason),
    isOpening: (part) => saidIn(part).role !== undefined && !isVisible(part) && !choiceOf(part)?.finish_reason,
    said: (text) => [
      choice({ role: 'assistant', content: '' }, null),
      choice({ content: text }, null),
      choice({}, 'stop'),
      ...usage(),
      DONE_PART,
    ],
    ending,
  };
}
