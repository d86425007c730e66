/**
 * Answers that are a text: a translation, a description of a table.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import { asksUser } from '../reply/questions.ts';
import { corpusBleu } from './bleu.ts';
import type { Scorer } from './scorer.ts';

/** Makes a scorer of texts by BLEU / 100. `gold` is the reference, or several of them. */
export function textScorer(
  answer: string,
  options: { readonly answersAlways: boolean; readonly fewestWords: number },
): Scorer {
  return {
    answer,
    answersAlways: options.answersAlways,
    extract(reply) {
      const text = reply.trim();
      const words = text.split(/\s+/).length;
      if (text === '' || words < options.fewestWords) return undefined;
      return !options.answersAlways && asksUser(text) ? undefined : text;
    },
    score: (text, gold) => corpusBleu([text.trim()], [referencesOf(gold)]) / 100,
  };
}

function referencesOf(gold: Json): readonly string[] {
  return (Array.isArray(gold) ? gold : [gold]).map((reference) => String(reference).trim());
}
