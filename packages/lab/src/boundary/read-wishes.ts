/**
 * What a stranger's turn says of the bag, read off its words: exact for the lab's own phrasings, and no more than that. It
 * measures strangers, and writes the ledger of a request in pieces (the language package's ledger needs a model that can
 * follow instructions; the pocket's cannot).
 * @module
 */
import { ANYTHING, ATTRIBUTE_NAMES, ATTRIBUTES, type Attribute, type Wishes } from '@sente/pocket';

/** A value that was named, for or against. */
interface Mention {
  readonly attribute: Attribute;
  readonly value: number;
  /** Behind "not" or "no" in the same clause. */
  readonly isRefused: boolean;
}

/** All values named in a text, in order. */
export function mentions(text: string): readonly Mention[] {
  return text
    .toLowerCase()
    .split(/[.,?!]/)
    .flatMap((clause) => {
      const words = clause.match(/[a-z]+/g) ?? [];
      return words.flatMap((word, at) =>
        ATTRIBUTE_NAMES.flatMap((attribute) => {
          const value = (ATTRIBUTES[attribute] as readonly string[]).indexOf(word);
          if (value < 0) return [];
          return [{ attribute, value, isRefused: words.slice(0, at).some((other) => /^(?:not?|never)$/.test(other)) }];
        }),
      );
    });
}

/** Wishes after further turns of the user: what is named last of an attribute counts, values of one turn are either-or. */
export function understood(texts: readonly string[], before: Wishes = ANYTHING): Wishes {
  return texts.reduce((wishes, text) => {
    const named = mentions(text);
    const changed = ATTRIBUTE_NAMES.map((attribute): [Attribute, readonly number[]] => {
      const wished = named.filter((one) => one.attribute === attribute && !one.isRefused).map(({ value }) => value);
      const refused = named.filter((one) => one.attribute === attribute && one.isRefused).map(({ value }) => value);
      const kept = wished.length > 0 ? [...new Set(wished)] : wishes[attribute];
      return [attribute, kept.filter((value) => !refused.includes(value))];
    });
    return Object.fromEntries(changed) as unknown as Wishes;
  }, before);
}
