/**
 * Puts words into the places of a phrase.
 * @module
 */

/** "make it {v} ." with v: "red" is "make it red ." Throws RangeError for a place that nothing is given for. */
export function fill(phrase: string, words: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, place: string) => {
    const word = words[place];
    if (word === undefined) throw new RangeError(`nothing is given for {${place}} in “${phrase}”`);
    return word;
  });
}
