/**
 * A request in pieces, in one setting. What counts is the last reply after the last piece.
 * @module
 */
import { bagNumber, PATIENCE, type ReplyMeaning, readReply } from '@sente/pocket';
import type { PlayedTurn } from '../probe/played.ts';
import type { BoundaryTalk } from './boundary-talk.ts';
import { restated } from './ledger.ts';
import type { PiecesCase } from './pieces.ts';
import { noteOn } from './request-talk.ts';

/** Between what one types at once. */
const JOIN = ' ';

/** The user's messages, in order, and whether each begins a conversation. */
export function messagesOf({ cell, whole, pieces }: PiecesCase): {
  readonly texts: readonly string[];
  readonly isAnew: boolean;
} {
  const soFar = pieces.map((_, at) => pieces.slice(0, at + 1));
  switch (cell) {
    case 'full':
      return { texts: [whole], isAnew: true };
    case 'concat':
      return { texts: [pieces.join(JOIN)], isAnew: true };
    case 'sharded':
      return { texts: pieces, isAnew: false };
    case 'fresh':
      return { texts: soFar.map((some) => some.join(JOIN)), isAnew: true };
    case 'ledger':
      return { texts: soFar.map((some) => restated(some)), isAnew: true };
  }
}

/** Begins it. Nothing in it is left to chance. */
export function beginPieces(probeCase: PiecesCase): BoundaryTalk {
  const { pieces, wishes, target } = probeCase;
  const { texts, isAnew } = messagesOf(probeCase);
  const heard: ReplyMeaning[] = [];
  const turns: PlayedTurn[] = [{ speaker: 'user', text: texts[0] }];
  const shown = () => turns.map(({ speaker, text }) => ({ speaker: speaker as 'user' | 'assistant', text }));

  return {
    next() {
      if (heard.length === texts.length) return undefined;
      return { turns: isAnew ? shown().slice(-1) : shown(), wants: 'reply' };
    },
    forecast() {
      throw new Error('No forecast is wanted of a request in pieces.');
    },
    heard(reply, about = {}) {
      if (heard.length === texts.length) throw new Error('The last reply was given before.');
      const meaning = readReply(reply);
      heard.push(meaning);
      turns.push({ speaker: 'assistant', text: reply, ...about, note: noteOn(meaning) });
      const next = texts[heard.length];
      if (next !== undefined) turns.push({ speaker: 'user', text: next });
    },
    finish() {
      const last = heard.at(-1);
      if (heard.length < texts.length || !last) throw new Error('Something is still to be replied to.');
      const right = Number(last.act === 'recommend' && bagNumber(last.bag) === bagNumber(target));
      const before = heard.slice(0, -1);
      return {
        figures: {
          right,
          ...(before.length > 0 && { premature: Number(before.some(({ act }) => act === 'recommend')) }),
        },
        detail: { outcome: right === 1, stated: [], chosen: 0, halves: 0 },
        turns: [...turns],
        loss: 1 - right,
      };
    },
    state() {
      const said = texts.length === 1 ? pieces.length : heard.length + 1;
      const known = wishes[Math.min(said, pieces.length) - 1];
      const wrong = heard.flatMap((one) =>
        one.act === 'recommend' && bagNumber(one.bag) !== bagNumber(target) ? [one.bag] : [],
      );
      return {
        wishes: known,
        unanswerable: [],
        wrong: isAnew ? [] : wrong,
        hurry: 'plain',
        reliability: 'sure',
        turns: Math.max(1, PATIENCE - heard.length),
      };
    },
  };
}
