/**
 * Finds the phrases of `words/phrases.ts` in a list of tokens.
 * @module
 */
import { type Token, tokenise } from './tokens.ts';
import {
  ACTS,
  ADJECTIVE_PHRASES,
  ALONE,
  BOUNDS,
  FILLERS,
  OPENING_NO,
  OPENING_YES,
  OPERATORS,
} from './words/phrases.ts';

export type Operator = keyof typeof OPERATORS;
export type Bound = keyof typeof BOUNDS;
export type ActSign = keyof typeof ACTS;
export type AloneSign = keyof typeof ALONE;

/** A phrase found: what it means and how many tokens it takes. */
export interface Found<Meaning> {
  readonly sign: Meaning;
  readonly length: number;
}

/** Phrases by their first lemma. */
export interface PhraseBook<Meaning> {
  /** Every phrase that starts at `at`, longest first. */
  starting(tokens: readonly Token[], at: number): Found<Meaning>[];
}

function split(phrases: string): Token[][] {
  return phrases.split(/\s\/\s/).map((phrase) => tokenise(phrase));
}

/** Makes a book of a table of phrases. */
export function phraseBook<Meaning extends string>(table: Readonly<Record<Meaning, string>>): PhraseBook<Meaning> {
  const entries = new Map<string, { lemmas: string[]; sign: Meaning }[]>();
  for (const sign of Object.keys(table) as Meaning[]) {
    for (const phrase of split(table[sign])) {
      const lemmas = phrase.map((token) => token.lemma);
      if (lemmas.length === 0) continue;
      const list = entries.get(lemmas[0]);
      if (list) list.push({ lemmas, sign });
      else entries.set(lemmas[0], [{ lemmas, sign }]);
    }
  }
  for (const list of entries.values()) list.sort((a, b) => b.lemmas.length - a.lemmas.length);
  return {
    starting: (tokens, at) =>
      (entries.get(tokens[at].lemma) ?? [])
        .filter(({ lemmas }) => lemmas.every((word, i) => tokens[at + i]?.lemma === word))
        .map(({ lemmas, sign }) => ({ sign, length: lemmas.length })),
  };
}

export const operators: PhraseBook<Operator> = phraseBook(OPERATORS);
export const bounds: PhraseBook<Bound> = phraseBook(BOUNDS);
export const acts: PhraseBook<ActSign> = phraseBook(ACTS);
export const alone: PhraseBook<AloneSign> = phraseBook(ALONE);
export const openings: PhraseBook<'yes' | 'no'> = phraseBook({ yes: OPENING_YES, no: OPENING_NO });
export const adjectivePhrases: PhraseBook<keyof typeof ADJECTIVE_PHRASES> = phraseBook(ADJECTIVE_PHRASES);
const fillers = phraseBook({ filler: FILLERS });

/** The readings of a clause that says one of the `ALONE` phrases and nothing else, politeness aside. */
export function soleSigns(tokens: readonly Token[]): AloneSign[] {
  const words = tokens.filter(
    (token) => token.kind !== 'symbol' || token.text === '?' || !/[.,!;:()-]/.test(token.text),
  );
  let from = 0;
  for (;;) {
    const end = (at: number): boolean => {
      while (at < words.length) {
        if ((acts.starting(words, at)[0]?.length ?? 0) > 1) return false;
        const filler = fillers.starting(words, at)[0];
        if (!filler && words[at].text !== '?') return false;
        at += filler?.length ?? 1;
      }
      return true;
    };
    if (from >= words.length) return [];
    const found = alone.starting(words, from).filter(({ length }) => end(from + length));
    if ((acts.starting(words, from)[0]?.length ?? 0) > (found[0]?.length ?? 0)) return [];
    if (found.length > 0) return found.filter(({ length }) => length === found[0].length).map(({ sign }) => sign);
    const filler = fillers.starting(words, from)[0];
    if (!filler) return [];
    from += filler.length;
  }
}

/** Every word used in a phrase: what spelling may be corrected to. */
export const CONTROL_WORDS: ReadonlySet<string> = new Set(
  [OPERATORS, BOUNDS, ACTS, ALONE].flatMap((table) =>
    Object.values(table).flatMap((phrases) =>
      split(phrases)
        .flat()
        .map((token) => token.lemma),
    ),
  ),
);
