/**
 * How many words an assistant's acts come to when they are spoken: the same voice for every assistant.
 * @module
 */
import { type CatalogIndex, type CatalogState, SILENT, speak, startState, type Voice } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { WordCounter } from './conversation.ts';
import { foldTurn } from './fold.ts';

/** Words are what white space separates, list marks and dashes that stand alone left out. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** A counter for one conversation. */
export function createWordCounter(index: CatalogIndex, random: Random): WordCounter {
  let state: CatalogState = startState(index);
  let voice: Voice = SILENT;
  return {
    say(act) {
      const speech = speak(act, { index, state, voice }, random);
      voice = speech.voice;
      return countWords(speech.text);
    },
    hear(act, moves) {
      state = foldTurn(index, state, act, moves);
    },
  };
}
