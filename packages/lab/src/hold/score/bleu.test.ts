import { describe, expect, it } from 'vitest';
import { corpusBleu, sentenceBleu } from './bleu.ts';
import { tokenize13a } from './tokenize-13a.ts';

/** Expected figures come from sacreBLEU 2.6.0 with its defaults, run on these sentences. */
const CASES = [
  [
    'The hut lies below the pass, at 2,140 m.',
    ['The hut lies under the pass at 2,140 m.', 'Below the pass, at 2,140 m, lies the hut.'],
    70.16879391277372,
    70.16879391277372,
  ],
  ["Bring boots; it's wet & cold.", ['Take boots - it is wet & cold!'], 19.493995755254467, 19.493995755254467],
  ['A short walk', ['A short walk along the river'], 36.78794411714425, 0],
  ['rain', ['rain'], 100, 0],
  ['Nothing fits here at all today', ['Quite other words stand there'], 0, 0],
  [
    'We walked for 3-4 hours, then (finally) saw the lake.',
    ['We walked 3-4 hours and then finally saw the lake.'],
    35.218565358232354,
    35.218565358232354,
  ],
  [
    'the the the the the the the',
    ['the cat is on the mat', 'there is a cat on the mat'],
    7.809849842300637,
    7.809849842300637,
  ],
] as const;

describe('BLEU', () => {
  it.each(CASES)('scores “%s” as sacreBLEU does', (segment, references, sentence, corpus) => {
    expect(sentenceBleu(segment, references)).toBeCloseTo(sentence, 9);
    expect(corpusBleu([segment], [references])).toBeCloseTo(corpus, 9);
  });

  it('adds counts up over a corpus rather than averaging scores', () => {
    const rows = [CASES[0], CASES[1], CASES[5]];
    const score = corpusBleu(
      rows.map(([segment]) => segment),
      rows.map(([, references]) => [references[0]]),
    );
    expect(score).toBeCloseTo(32.13018937046105, 9);
  });

  it('by hand: 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 quadruples, no brevity penalty', () => {
    const score = corpusBleu(['the cat sat on a mat'], [['the cat sat on the mat']]);
    expect(score).toBeCloseTo(100 * ((5 / 6) * (3 / 5) * (2 / 4) * (1 / 3)) ** 0.25, 9);
  });

  it('refuses a segment without a reference', () => {
    expect(() => corpusBleu(['x'], [[]])).toThrow(RangeError);
  });
});

describe('the 13a tokenizer', () => {
  it.each([
    [
      'Fließend: „Grüße“, 3.5 km – 10% (ca.) &quot;so&quot; U.S. 1,000.5, a/b x-\ny e-mail 5-day.',
      [
        'Fließend',
        ':',
        '„Grüße“',
        ',',
        '3.5',
        'km',
        '–',
        '10',
        '%',
        '(',
        'ca',
        '.',
        ')',
        '"',
        'so',
        '"',
        'U',
        '.',
        'S',
        '.',
        '1,000.5',
        ',',
        'a',
        '/',
        'b',
        'xy',
        'e-mail',
        '5',
        '-',
        'day',
        '.',
      ],
    ],
    [
      '$5.00? [ok] {x}~ ^a_b`c @home #1 *star*  ½.',
      [
        '$',
        '5.00',
        '?',
        '[',
        'ok',
        ']',
        '{',
        'x',
        '}',
        '~',
        '^',
        'a',
        '_',
        'b',
        '`',
        'c',
        '@',
        'home',
        '#',
        '1',
        '*',
        'star',
        '*',
        '½',
        '.',
      ],
    ],
    [`I'd 'quote' end. "Yes," no...  `, ["I'd", "'quote'", 'end', '.', '"', 'Yes', ',', '"', 'no', '.', '.', '.']],
  ])('splits %j as sacreBLEU does', (text, tokens) => {
    expect(tokenize13a(text)).toEqual(tokens);
  });
});
