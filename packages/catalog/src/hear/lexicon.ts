/**
 * Every word and phrase by which people may mean an attribute or a value of this catalogue. Built once.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import { seasonsIn } from './calendar.ts';
import { addSynonyms, kinOf, stemsOf } from './same-meaning.ts';
import { phraseKey, type Token, tokenise } from './tokens.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** One way to read a phrase: an attribute, or values of it. */
export interface Reading {
  readonly attribute: number;
  /** Absent: the attribute itself. */
  readonly values?: readonly number[];
  /** 4 the words themselves, 3 a synonym, 2 part of an attribute's name, 1 part of a value. */
  readonly strength: number;
  /** A part from within a value's name holds only in the number it has there: "mountains" are no "mountain huts". */
  readonly within?: string;
}

/** A phrase found in a text. */
export interface Mention {
  readonly readings: readonly Reading[];
  /** Tokens it takes. */
  readonly length: number;
  /** A stop word, a single letter or a bare number: means the value only where something supports it. */
  readonly weak: boolean;
}

/** Words and phrases of a catalogue. */
export interface Lexicon {
  /** The longest phrase that starts at `at`, if any. */
  find(tokens: readonly Token[], at: number): Mention | undefined;
  /** The readings of one phrase as it stands. */
  read(phrase: string): readonly Reading[];
  /** Words (lemmas) that spelling may be corrected to. */
  readonly words: ReadonlySet<string>;
  /** What one item is called, in one word; several are fillers. */
  readonly nouns: ReadonlySet<string>;
}

const LONGEST_PHRASE = 8;
const LONGEST_PART = 3;
/** A part of so many values or more says too little to stand for them. */
const MOST_VALUES_OF_A_PART = 24;
/** Words around the name of a yes/no attribute that can be left out: "has fan", "dogs allowed". */
const AROUND_A_FLAG =
  /^(?:has|have|is|with|includes?|allows?)[\s_-]+|[\s_-]+(?:allowed|available|included|possible|permitted)$/i;

const isStop = (token: Token): boolean => STOP_WORDS.has(token.text) || STOP_WORDS.has(token.lemma);

/** Collects the readings of every phrase of a catalogue. */
export function createLexicon(catalog: Catalog): Lexicon {
  const phrases = new Map<string, Reading[]>();
  const words = new Set<string>();
  const nouns = new Set(
    [...tokenise(catalog.noun.one), ...tokenise(catalog.noun.many)].flatMap(({ lemma }) => kinOf(lemma)),
  );

  const add = (tokens: readonly Token[], reading: Reading): void => {
    const key = phraseKey(tokens);
    if (key === '') return;
    const readings = phrases.get(key);
    if (!readings) phrases.set(key, [reading]);
    else {
      const same = readings.findIndex(
        (r) => r.attribute === reading.attribute && (r.values === undefined) === (reading.values === undefined),
      );
      if (same < 0) readings.push(reading);
      else if (readings[same].strength < reading.strength) readings[same] = reading;
      else if (readings[same].strength === reading.strength && reading.values) {
        readings[same] = { ...reading, values: [...new Set([...(readings[same].values ?? []), ...reading.values])] };
      }
    }
    for (const token of tokens) if (token.kind === 'word') words.add(token.lemma).add(token.text);
  };

  const stems: [string, Reading][] = [];
  const parts = new Map<string, { attribute: number; values: Set<number>; tokens: Token[]; within?: string }>();
  const wordsOfNames = new Map<string, Set<number>>();
  catalog.attributes.forEach((attribute, a) => {
    const label = tokenise(attribute.label);
    add(label, { attribute: a, strength: 4 });
    add(tokenise(attribute.key.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')), {
      attribute: a,
      strength: 3,
    });
    if (attribute.type === 'boolean') {
      const flag = attribute.label.replace(AROUND_A_FLAG, '');
      add(tokenise(flag), { attribute: a, strength: 4 });
      for (const stem of stemsOf(flag)) stems.push([stem, { attribute: a, strength: 3 }]);
    }
    for (const word of attribute.synonyms?.attribute ?? []) add(tokenise(word), { attribute: a, strength: 4 });
    for (const token of label) {
      if (token.kind !== 'word' || isStop(token) || token.text.length < 3 || nouns.has(token.lemma)) continue;
      wordsOfNames.set(token.lemma, (wordsOfNames.get(token.lemma) ?? new Set()).add(a));
    }
    if (attribute.type === 'number') return;
    attribute.values.forEach((value, v) => {
      for (const word of attribute.synonyms?.values[value] ?? []) {
        add(tokenise(word), { attribute: a, values: [v], strength: 4 });
      }
      if (attribute.type === 'boolean') return;
      const tokens = tokenise(value);
      add(tokens, { attribute: a, values: [v], strength: 4 });
      for (const stem of stemsOf(value))
        if (!phrases.has(stem)) add(tokenise(stem), { attribute: a, values: [v], strength: 3 });
      const plain = tokens.filter((token) => token.kind !== 'symbol');
      for (let from = 0; from < plain.length; from++) {
        for (let to = from + 1; to <= Math.min(plain.length, from + LONGEST_PART); to++) {
          if (to - from === plain.length || isStop(plain[from]) || isStop(plain[to - 1])) continue;
          const part = plain.slice(from, to);
          if (part.every((token) => nouns.has(token.lemma))) continue;
          const text = phraseKey(part);
          if (text.length < 2 || part.every((token) => token.kind === 'number')) continue;
          const key = `${a} ${text}`;
          const known = parts.get(key);
          if (known) known.values.add(v);
          else {
            const within = to < plain.length ? { within: part[part.length - 1].text } : {};
            parts.set(key, { attribute: a, values: new Set([v]), tokens: part, ...within });
          }
        }
      }
    });
  });

  for (const [word, owners] of wordsOfNames) {
    if (owners.size === 1) add(tokenise(word), { attribute: [...owners][0], strength: 2 });
  }
  for (const { attribute, values, tokens, within } of parts.values()) {
    if (values.size < MOST_VALUES_OF_A_PART)
      add(tokens, { attribute, values: [...values], strength: 1, ...(within && { within }) });
  }
  addSynonyms(phrases, add);
  catalog.attributes.forEach((attribute, a) => {
    // A part of a value's name ("hot springs") does not keep "spring" from being a season; its plural is none.
    for (const { phrase, values } of attribute.type === 'number' ? [] : seasonsIn(attribute))
      if (!phrases.get(phraseKey(tokenise(phrase)))?.some(({ strength }) => strength > 1)) {
        add(tokenise(phrase), { attribute: a, values, strength: 3, within: phrase.split(' ').at(-1) });
      }
  });
  for (const [stem, reading] of stems) if (!phrases.has(stem)) add(tokenise(stem), reading);

  return {
    words,
    nouns,
    read: (phrase) => phrases.get(phraseKey(tokenise(phrase))) ?? [],
    find(tokens, at) {
      let key = '';
      let found: Mention | undefined;
      for (let length = 1; length <= LONGEST_PHRASE && at + length <= tokens.length; length++) {
        const token = tokens[at + length - 1];
        if (token.kind === 'symbol' && !['and', '+', '-', '/', '.', "'", '°'].includes(token.lemma)) break;
        if (token.kind === 'symbol' && length === 1) break;
        key += phraseKey([token]);
        if (token.kind === 'symbol' && token.lemma !== '+') continue;
        const readings = phrases.get(key)?.filter(({ within }) => within === undefined || within === token.text);
        if (readings && readings.length > 0)
          found = { readings, length, weak: length === 1 && isWeak(token, readings) };
      }
      return found;
    },
  };
}

function isWeak(token: Token, readings: readonly Reading[]): boolean {
  if (token.kind === 'number') return true;
  if (token.text.length < 2) return true;
  return isStop(token) && readings.every((reading) => reading.values !== undefined);
}
