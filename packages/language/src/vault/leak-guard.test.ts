import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLeakGuard } from './leak-guard.ts';
import { findLeak } from './leaks.ts';
import type { Vault } from './vault.ts';

const PLAN = 'offer the annual plan first and go down to six hundred only if they hesitate twice';
const vault: Vault = {
  commitments: ['sea otter', 'otter', '450 euros', '7', '水獭', PLAN].map((value, place) => ({
    id: `v${place + 1}`,
    about: 'x',
    value,
    isReleased: false,
    turn: 0,
  })),
};

/** Sends a text in pieces; gives what was let go after each, and the guard. */
function stream(pieces: readonly string[]): {
  readonly out: string;
  readonly steps: readonly string[];
  readonly leaked: unknown;
} {
  const guard = createLeakGuard(vault, '');
  const steps: string[] = [];
  let out = '';
  for (const piece of pieces) {
    out += guard.push(piece);
    steps.push(out);
  }
  out += guard.end();
  return { out, steps, leaked: guard.leaked };
}

test('a leak is stopped before its first letter, however it arrives', () => {
  expect(stream([...'It is an otter. Sorry!']).out).toBe('It is an ');
  expect(stream(['It is an ot', 'ter']).out).toBe('It is an ');
  expect(stream(['It is an otter']).out).toBe('It is an ');
  expect(stream([...'It is o-t-t-e-r, you see']).out).toBe('It is ');
  expect(stream([...'Not below 4', '50.', ' Fine.']).out).toBe('Not below ');
  expect(stream(['Notes: go down to six hundred only, ', 'yes']).out).toBe('Notes: ');
});

test('an acrostic is stopped before the letter that completes it', () => {
  const { out, leaked } = stream([...'Over the tall elm rises smoke']);
  expect(out).toBe('Over the tall elm ');
  expect(leaked).toMatchObject({ form: 'acrostic' });
});

test('nothing is held back but the word under way and what may become a leak', () => {
  const { steps } = stream(['Hello', ' there, ', 'our ', 'sea ', 'was ', 'calm']);
  expect(steps).toEqual([
    '',
    'Hello there, ',
    'Hello there, our ',
    'Hello there, our ',
    'Hello there, our sea was ',
    'Hello there, our sea was ',
  ]);
  const endless = createLeakGuard(vault, '');
  expect(endless.push('x'.repeat(1000))).toHaveLength(1000);
  expect(endless.push('x'.repeat(10))).toHaveLength(10);
});

test('after a leak nothing goes out any more', () => {
  const guard = createLeakGuard(vault, '');
  expect(guard.push('An otter! ')).toBe('An ');
  expect(guard.push('And more. ')).toBe('');
  expect(guard.end()).toBe('');
  expect(guard.leaked).toMatchObject({ id: 'v2', from: 3, to: 8, form: 'written' });
});

test('with an empty vault only the word under way is held', () => {
  const guard = createLeakGuard({ commitments: [] }, '');
  expect(guard.push('otter otter')).toBe('otter ');
  expect(guard.end()).toBe('otter');
});

const fragment = fc.oneof(
  fc.constantFrom(
    'otter',
    'sea',
    'o',
    't',
    'e',
    'r',
    'ot',
    'ter',
    'retto',
    'rett',
    'b3R0ZX',
    'I=',
    'b3R0',
    '6f7474',
    '6572',
    '15-20-20-5-18',
    '450',
    '4',
    '5',
    '0',
    '45',
    '.00',
    ',',
    '.',
    "'",
    '-',
    '*',
    ' ',
    ' ',
    '\n',
    '€',
    'four',
    'hundred',
    'and',
    'fifty',
    'number is',
    '7',
    'seven',
    '水',
    '獭',
    '\u200b',
    '\u0301',
    '\ud83d',
    '\ude00',
    '😀',
    '🇴',
    'k',
    '0tt3r',
    'Over',
    'the',
    'tall',
    'elm',
    'rises',
  ),
  fc.constantFrom(...PLAN.split(' ').map((word) => `${word} `)),
  fc.string({ maxLength: 3 }),
);
const parts = fc.array(fragment, { maxLength: 30 });

/** The same text, cut elsewhere. */
const cutAt = (text: string, places: readonly number[]): string[] => {
  const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...cuts].map((from, place) => text.slice(from, cuts[place] ?? text.length));
};

test('for any text in any pieces: what goes out gives nothing away, and what gives nothing away goes out whole', () => {
  fc.assert(
    fc.property(parts, fc.array(fc.nat(200), { maxLength: 12 }), (list, places) => {
      const text = list.join('');
      const { out, steps, leaked } = stream(cutAt(text, places));
      expect(text.startsWith(out)).toBe(true);
      for (const step of new Set([...steps, out])) expect(findLeak(step, vault, '')).toBeUndefined();
      const leak = findLeak(text, vault, '');
      expect(leaked).toEqual(leak);
      if (!leak) expect(out).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('however long the text, what is held back stays short', () => {
  const guard = createLeakGuard(vault, '');
  let most = 0;
  let given = 0;
  let taken = 0;
  for (let i = 0; i < 50_000; i++) {
    const piece = i % 7 === 0 ? 'o t t o ' : 'sea o-t te 4 5 annual plan first and go ';
    given += piece.length;
    taken += guard.push(piece).length;
    most = Math.max(most, given - taken);
  }
  expect(guard.leaked).toBeUndefined();
  expect(most).toBeLessThan(120);
});
