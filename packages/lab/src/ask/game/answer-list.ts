/**
 * The user's side of twenty questions on a list: hears questions about names, kinds and places in the list.
 * @module
 */
import type { ListedThing } from './game-case.ts';

/** What the user says, and which things that leaves. */
interface ListAnswer {
  readonly text: string;
  readonly found: boolean;
  /** Positions that are still possible; absent where the question could not be heard. */
  readonly left?: readonly number[];
}

/** Answers a turn. Questions that the list does not tell about go to `unheard`, or are not answered. */
export function answerList(
  things: readonly ListedThing[],
  secret: number,
  left: readonly number[],
  turn: string,
): ListAnswer {
  const asked = askedSet(things, turn);
  if (!asked) return { text: 'I cannot say. Ask me something else about it.', found: false };
  const isIn = asked.includes(secret);
  if (asked.length === 1 && isIn) return { text: 'Yes, that is it!', found: true, left: [secret] };
  return { text: isIn ? 'Yes.' : 'No.', found: false, left: left.filter((k) => asked.includes(k) === isIn) };
}

/** "Does its name start with a letter from A to M?", "does it begin with B?": one letter standing alone, or two. */
const LETTERS =
  /\b(?:starts?|begins?)\b.*?(?<![\p{L}\p{N}])(?!a (?:letter|vowel|word|capital))([a-z])(?![\p{L}\p{N}'’])(?:["”'’]?\s*(?:-|–|to|and|through)\s*["“'‘]?([a-z])(?![\p{L}\p{N}]))?/u;

/** The things that a question is about, when "yes" would mean one of them; undefined: it is about something else. */
export function askedSet(things: readonly ListedThing[], turn: string): readonly number[] | undefined {
  const text = (turn.match(/[^.!?\n]*\?/g) ?? [turn]).at(-1)?.toLowerCase() ?? '';
  const named = namedIn(things, turn.toLowerCase());
  if (named.length > 0) return named;
  const places = placesIn(things.length, text);
  if (places) return places;
  const letters = LETTERS.exec(text);
  if (letters) {
    const [from, to] = [letters[1], letters[2] ?? letters[1]];
    return positions(things, ({ name }) => name[0].toLowerCase() >= from && name[0].toLowerCase() <= to);
  }
  const word = /\b(?:contains?|includes?|has|have|with)\b.*?["“'‘]([^"”'’]+)["”'’]/.exec(text)?.[1];
  if (word) return positions(things, ({ name }) => name.toLowerCase().includes(word));
  const kinds = [...new Set(things.flatMap(({ kind }) => kind ?? []))].filter((kind) => singularIn(kind, text));
  if (kinds.length > 0) return positions(things, ({ kind }) => kind !== undefined && kinds.includes(kind));
  return undefined;
}

/** Longer names first: one may stand within another. */
function namedIn(things: readonly ListedThing[], text: string): readonly number[] {
  const names = things.flatMap(({ name, aliases }, k) =>
    [name, ...aliases].map((one) => [one.toLowerCase(), k] as const),
  );
  let rest = text;
  const found = new Set<number>();
  for (const [name, k] of [...names].sort((a, b) => b[0].length - a[0].length)) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'gu',
    );
    if (!pattern.test(rest)) continue;
    found.add(k);
    rest = rest.replace(pattern, '•');
  }
  return [...found].sort((a, b) => a - b);
}

/** "Is it among the first 16?", "between 1 and 8", "in the second half". */
function placesIn(size: number, text: string): readonly number[] | undefined {
  const range = (from: number, to: number): readonly number[] =>
    Array.from({ length: size }, (_, k) => k).filter((k) => k >= from && k < to);
  const half = /\b(first|top|upper|second|last|bottom|lower) half\b/.exec(text)?.[1];
  if (half) return /first|top|upper/.test(half) ? range(0, size / 2) : range(size / 2, size);
  const ends = /\b(first|last) (\d+)\b/.exec(text);
  if (ends) return ends[1] === 'first' ? range(0, Number(ends[2])) : range(size - Number(ends[2]), size);
  const between = /\b(\d+)\s*(?:-|–|to|and|through)\s*(\d+)\b/.exec(text);
  return between ? range(Number(between[1]) - 1, Number(between[2])) : undefined;
}

function singularIn(kind: string, text: string): boolean {
  const plain = kind.toLowerCase();
  const forms = [plain, plain.replace(/ies$/, 'y'), plain.replace(/s$/, ''), plain.replace(/es$/, '')];
  return forms.some((form) => new RegExp(`\\b${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).test(text));
}

function positions(things: readonly ListedThing[], test: (thing: ListedThing) => boolean): readonly number[] {
  return things.flatMap((thing, k) => (test(thing) ? [k] : []));
}
