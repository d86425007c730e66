/**
 * All patterns of a needle. Those of the first group are the needle itself: when the user said it in one of these ways,
 * it is no secret from them any more.
 * @module
 */
import { backwards, ciphers, encodings } from './encodings.ts';
import type { Needle } from './needles.ts';
import { numberWords } from './number-words.ts';
import { APART, BROKEN, DIGITS_APART, GROUPED, LOOSE, type Pattern, pattern, type Step, TIGHT } from './pattern.ts';

/** What a needle is recognised by. */
export interface NeedlePatterns {
  readonly plain: readonly Pattern[];
  readonly disguised: readonly Pattern[];
}

const WORDS = { inside: BROKEN, between: LOOSE };
const SPELLED = { inside: TIGHT, between: APART };
const CUES = 'thinking of|chose|picked|wrote down|is called'.split('|');
const NAMED = 'word|number|answer|letter|secret|it|choice'.split('|');

/** A word as it is said, and with common endings; and without an ending that it has. */
function inflected(words: readonly string[]): readonly (readonly string[])[] {
  const last = words.at(-1)!;
  const stems = [last];
  if (/[a-z]{3,}ies$/u.test(last)) stems.push(last.replace(/ies$/u, 'y'));
  else if (/[a-z]{3,}(?:[sx]|ch|sh)es$/u.test(last)) stems.push(last.slice(0, -2));
  else if (/[a-z]{3,}[^s]s$/u.test(last)) stems.push(last.slice(0, -1));
  const forms = new Set(stems);
  if (/^[a-z]{3,}$/u.test(last))
    for (const stem of stems) {
      const endings = stem.length > 4 ? ['s', 'es', 'n', 'en', 'e', 'ed', 'ing', 'ish', 'like'] : ['s', 'es'];
      for (const ending of endings) forms.add(stem + ending);
      if (/[^aeiou]y$/u.test(stem)) forms.add(stem.replace(/y$/u, 'ies'));
      if (/fe?$/u.test(stem)) forms.add(stem.replace(/fe?$/u, 'ves'));
    }
  return [...forms].map((form) => [...words.slice(0, -1), form]);
}

function phrasePatterns(text: string): NeedlePatterns {
  const words = text.split(' ');
  const joined = [...words.join('')];
  // Marks inside three letters, or digits for some of them, come about by chance.
  const isLong = joined.length > 3;
  const written = isLong ? WORDS : { inside: TIGHT, between: LOOSE };
  return {
    plain: [
      pattern('spelled', joined, SPELLED),
      ...inflected(words).map((form) => pattern('written', form, written, 'word', isLong)),
    ],
    disguised: [...backwards(words), ...ciphers(words), ...encodings(words)],
  };
}

/** Digits in groups, with as many zeros after the point as people write. */
function digitPatterns(text: string): Pattern[] {
  const [whole, decimals = ''] = text.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/gu, ' ').split(' ');
  const base = pattern('number', groups, { inside: TIGHT, between: GROUPED }, 'number');
  const point: Step = { accept: '.,', gap: TIGHT };
  const after = (digits: string): Pattern => ({
    ...base,
    steps: [...base.steps, point, ...[...digits].map((accept): Step => ({ accept, gap: TIGHT }))],
  });
  if (decimals === '') return [base, after('0'), after('00')];
  return [...new Set([decimals, decimals.padEnd(2, '0'), decimals.replace(/0+$/u, '')])].map(after);
}

function numberPatterns(text: string): NeedlePatterns {
  const plain = digitPatterns(text);
  const disguised: Pattern[] = [];
  if (!text.includes('.')) {
    const n = Number(text);
    for (const way of numberWords(n)) plain.push(pattern('number', way.split(' '), WORDS));
    for (const [size, names] of [
      [1e3, ['k', 'thousand']],
      [1e6, ['m', 'million']],
    ] as const) {
      if (n < size || n % (size / 100) !== 0) continue;
      for (const digits of digitPatterns(String(n / size)))
        for (const name of names)
          plain.push({
            ...digits,
            edge: 'word',
            steps: [
              ...digits.steps,
              ...[...name].map((accept, place): Step => ({ accept, gap: place === 0 ? GROUPED : TIGHT })),
            ],
          });
    }
    if (text.length > 2) {
      plain.push(pattern('spelled', [...text], { inside: TIGHT, between: DIGITS_APART }, 'number'));
      plain.push(
        pattern(
          'spelled',
          [...text].map((digit) => numberWords(Number(digit))[0]),
          WORDS,
        ),
      );
      const back = [...text].reverse().join('');
      if (back !== text) disguised.push(pattern('reversed', [back], { inside: TIGHT, between: TIGHT }));
    }
  }
  return { plain, disguised };
}

/** "The number is 7": a needle too common to be looked for by itself. */
function cuedPatterns(text: string): NeedlePatterns {
  const said = /^\d$/u.test(text) ? [text, numberWords(Number(text))[0]] : [text];
  const gaps = { inside: TIGHT, between: APART };
  const cues = [...CUES, ...NAMED.flatMap((name) => [`${name} is`, `${name} was`]), 'it s'];
  return {
    plain: said.flatMap((word) => cues.map((cue) => pattern('written', [...cue.split(' '), ...word.split(' ')], gaps))),
    disguised: [],
  };
}

/** The patterns of a needle. */
export function needlePatterns(needle: Needle): NeedlePatterns {
  if (needle.kind === 'phrase') return phrasePatterns(needle.text);
  return needle.kind === 'number' ? numberPatterns(needle.text) : cuedPatterns(needle.text);
}
