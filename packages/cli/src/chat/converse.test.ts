import { catalogFromRows, createConcierge, type LearnedValues, type Reply } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import { madePolicy } from '@sente/pocket/testing';
import { describe, expect, it } from 'vitest';
import { converse } from './converse.ts';

const BOOTS = catalogFromRows(
  ['red', 'blue', 'green', 'red', 'blue', 'green'].map((colour, i) => ({
    name: `Boot\u001b[31m ${i}`,
    colour,
    price: `${40 + 10 * i} €`,
    waterproof: i % 2 === 0 ? 'yes' : 'no',
  })),
  { noun: 'boot' },
);

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function talk(
  lines: readonly string[],
  { json = false, paint = (_: string, text: string) => text, learned = undefined as LearnedValues | undefined } = {},
): Promise<string> {
  let output = '';
  await converse(createConcierge(BOOTS, { seed: 1, ...(learned && { learned }) }), {
    lines: each(lines),
    write: (text) => {
      output += text;
    },
    prompt: () => {},
    paint,
    json,
  });
  return output;
}

const replies = (output: string): Reply[] =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a conversation over lines', () => {
  it('names no likeliest items where nothing fits', async () => {
    expect(await talk(['red', '/mind'])).toContain('Likeliest');
    const output = await talk(['red', 'not waterproof', 'under 60', '/mind']);
    expect(output).toContain('0 of 6 fit');
    expect(output).not.toContain('Likeliest');
  });

  it('opens, and answers each line once; empty lines are nothing', async () => {
    const all = replies(await talk(['red', '', '  ', 'waterproof'], { json: true }));
    expect(all).toHaveLength(3);
    expect(all[1].mind.wishes.map(({ meaning }) => meaning).join()).toContain('red');
  });

  it('is the same for the same seed and words', async () => {
    expect(await talk(['red', 'show me'])).toBe(await talk(['red', 'show me']));
  });

  it('numbers items and letters choices; a letter says its choice', async () => {
    const output = await talk(['show me']);
    expect(output).toMatch(/^1\. Boot/m);
    expect(output).toMatch(/^\[a\] /m);
    const [opening, byLetter] = replies(await talk(['a'], { json: true }));
    const [, byWords] = replies(await talk([opening.choices[0]], { json: true }));
    expect(byLetter).toEqual(byWords);
  });

  it('never sends control characters of a table to the terminal', async () => {
    const output = await talk(['show me', '/mind']);
    expect(output).toContain('Boot�[31m');
    expect(output).not.toContain('\u001b');
  });

  it('shows its mind and other horizons without moving on', async () => {
    const output = await talk(['/mind', '/horizon 0']);
    expect(output).toContain('6 of 6 fit');
    expect(output).toContain('→');
    const [opening, other, next] = replies(await talk(['/horizon 0', 'red'], { json: true }));
    expect([opening.decision.horizon, other.decision.horizon, next.decision.horizon]).toEqual([2, 0, 2]);
    expect(next).toEqual(replies(await talk(['red'], { json: true }))[1]);
  });

  it('shows in its mind what moved a learned decision', async () => {
    const learned = learnedValues(madePolicy());
    const output = await talk(['/mind'], { learned });
    expect(output).toContain('Weighed to the end of the conversation (learned)');
    expect(output).toMatch(/^What moved it, towards “.+” \(\+\) or “.+” \(−\)\n {2}[+−]\d\.\d{3} {2}\S/m);
    expect(output).not.toContain('\u001b');
    expect(await talk(['/mind'])).not.toContain('What moved it');
  });

  it('gives the evidence as JSON too', async () => {
    const learned = learnedValues(madePolicy());
    const minds = async (options: object) =>
      JSON.parse((await talk(['/mind'], { json: true, ...options })).trim().split('\n')[1]);
    const { evidence, ...reply } = await minds({ learned });
    expect(reply.decision.policy).toBe('learned');
    expect(evidence.act.id).toBe(reply.decision.chosen);
    expect(evidence.grounds.length).toBeGreaterThan(0);
    expect((await minds({})).evidence).toBeNull();
  });

  it('takes a turn back', async () => {
    const all = replies(await talk(['red', '/undo'], { json: true }));
    expect(all[2].mind.left).toBe(6);
    expect(all[2].mind.wishes).toEqual([]);
  });

  it('leaves when told to, and says what it does not know', async () => {
    expect(await talk(['/quit', 'red'])).toBe(await talk([]));
    expect(await talk(['/mnd'])).toContain('There is no /mnd.');
    for (const line of ['/horizon', '/horizon 9', '/horizon two']) {
      const output = await talk([line]);
      expect(output).toContain('/horizon takes a number from 0 to 4');
      expect(output).not.toContain('There is no');
    }
  });

  it('stops once the conversation has ended', async () => {
    const all = replies(await talk(['show me', "I'll take the first one", 'red'], { json: true }));
    expect(all.at(-1)?.ended).toBe(true);
    expect(all).toHaveLength(3);
  });
});
