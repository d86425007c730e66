/**
 * Other words for what a catalogue names: inflected forms, and the general synonyms.
 * @module
 */
import type { Reading } from './lexicon.ts';
import { fold, phraseKey, type Token, tokenise } from './tokens.ts';
import { ATTRIBUTE_WORDS, VALUE_WORDS } from './words/synonyms.ts';

/** "camping" is also meant by "camp", "swimming" by "swim", "hiking" by "hike"; "guided" by "guide", "furnished" by "furnish". */
export function stemsOf(value: string): string[] {
  const word = fold(value);
  const stem = /^([a-z]{3,})(?:ing|ed)$/.exec(word)?.[1];
  if (!stem) return [];
  return stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [stem, `${stem}e`];
}

/** A noun with the words made of it: "hike" with "hiking", "hiker", "hiked". */
export function kinOf(noun: string): string[] {
  const [stem = noun.replace(/e$/, '')] = stemsOf(noun);
  return [noun, ...stemsOf(noun), ...['ing', 'er', 'ed'].map((ending) => `${stem}${ending}`)];
}

/** Fills in the words of `words/synonyms.ts` where they mean nothing else yet. */
export function addSynonyms(
  phrases: Map<string, Reading[]>,
  add: (tokens: readonly Token[], reading: Reading) => void,
): void {
  const known = (phrase: string): Reading[] => phrases.get(phraseKey(tokenise(phrase))) ?? [];
  const wanted: [string, Reading][] = [];
  const collect = (groups: readonly (readonly string[])[], fits: (reading: Reading) => boolean): void => {
    for (const group of groups) {
      const here = group.flatMap((phrase) => known(phrase).filter((reading) => reading.strength >= 2 && fits(reading)));
      const readings = here.filter((reading) => reading.attribute === here[0].attribute);
      if (readings.length === 0) continue;
      const values = readings[0].values ? { values: [...new Set(readings.flatMap((r) => r.values ?? []))] } : {};
      for (const phrase of group) {
        if (known(phrase).length > 0 && known(phrase).some((reading) => reading.strength >= 2)) continue;
        wanted.push([phrase, { attribute: readings[0].attribute, ...values, strength: 3 }]);
      }
    }
  };
  collect(ATTRIBUTE_WORDS, (reading) => reading.values === undefined);
  collect(VALUE_WORDS, (reading) => reading.values !== undefined);
  for (const [phrase, reading] of wanted) add(tokenise(phrase), reading);
}
