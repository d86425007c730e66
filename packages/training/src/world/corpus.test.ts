import { createRandom } from '@sente/engine';
import { BAGS, bagName, createTokenizer, isHeldOut, SHOP_WORDS, special } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import {
  corpus,
  drawConversation,
  encodeConversation,
  firstActShares,
  LONGEST_CONVERSATION,
  SHARES,
} from './corpus.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const random = createRandom('corpus test');

/** Pearson's statistic of a table of counts. */
function chiSquare(table: readonly (readonly number[])[]): number {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = table[0].map((_, at) => table.reduce((sum, row) => sum + row[at], 0));
  const all = rows.reduce((a, b) => a + b, 0);
  return table.reduce(
    (sum, row, r) =>
      sum +
      row.reduce(
        (part, count, c) => part + (count - (rows[r] * columns[c]) / all) ** 2 / ((rows[r] * columns[c]) / all),
        0,
      ),
    0,
  );
}

describe('corpus', () => {
  const conversations = Array.from({ length: 20_000 }, (_, at) => drawConversation(random.split(at), 0.25));
  const sought = conversations.filter(({ kind }) => kind === 'find' || kind === 'pieces');

  it.each([0, 0.05, 0.25, 0.5])('asks in a share of %f of the requests, and does not know in 3% more', (asking) => {
    const shares = firstActShares(
      asking === 0.25
        ? conversations
        : Array.from({ length: 8000 }, (_, at) => drawConversation(random.split(`${asking} ${at}`), asking)),
    );
    expect(Math.abs(shares.ask - asking)).toBeLessThan(0.02);
    expect(Math.abs(shares.abstain - 0.03)).toBeLessThan(0.012);
    expect(shares.answer).toBe(0);
    expect(shares.recommend).toBeCloseTo(1 - shares.ask - shares.abstain, 10);
    if (asking === 0) expect(shares.ask).toBe(0);
  });

  it('asks whatever the openness, the hurry and the reliability: independent of the 36 cells', () => {
    const cells = new Map<string, [number, number]>();
    for (const { episode, firstAct } of sought) {
      const cell = JSON.stringify(episode?.situation);
      const counts = cells.get(cell) ?? [0, 0];
      counts[firstAct === 'ask' ? 1 : 0]++;
      cells.set(cell, counts);
    }
    expect(cells.size).toBe(36);
    // 35 degrees of freedom: the .999 quantile is 66.6.
    expect(chiSquare([...cells.values()])).toBeLessThan(66.6);
    for (const [answered, asked] of cells.values()) expect(answered + asked).toBeGreaterThan(200);
  });

  it('can tell dependence when there is some', () => {
    const table = [0.2, 0.3].map((share) => [6000 * (1 - share), 6000 * share]);
    expect(chiSquare(table)).toBeGreaterThan(66.6);
  });

  it('has the kinds of conversations in their shares, and both endings', () => {
    for (const [kind, share] of Object.entries(SHARES)) {
      expect(
        Math.abs(conversations.filter((one) => one.kind === kind).length / conversations.length - share),
      ).toBeLessThan(0.015);
    }
    const good = conversations.filter(({ isGood }) => isGood).length / conversations.length;
    expect(good).toBeGreaterThan(0.6);
    expect(good).toBeLessThan(0.95);
  });

  it('names no bag that is held out, save in the test split, which names no other as the one wanted', () => {
    const heldOut = BAGS.filter(isHeldOut).map(bagName);
    const text = corpus(random.split('bags'), { asking: 0.25, conversations: 3000 }, tokenizer).map((one) =>
      tokenizer.decode(one),
    );
    expect(text.join(' ').split(' ').length).toBeGreaterThan(100_000);
    for (const bag of heldOut) expect(text.some((one) => one.includes(bag))).toBe(false);
    for (const bag of BAGS.filter((one) => !isHeldOut(one)))
      expect(text.some((one) => one.includes(`${bagName(bag)}`))).toBe(true);
    const test = Array.from({ length: 500 }, (_, at) => drawConversation(random.split(at), 0.25, 'held-out'));
    for (const { episode } of test) if (episode) expect(isHeldOut(episode.target)).toBe(true);
  });

  it('has every word of the shop, some times in 100,000 tokens, and no other', () => {
    const counts = new Array<number>(tokenizer.size).fill(0);
    let all = 0;
    for (const one of corpus(random.split('words'), { asking: 0, conversations: 6000 }, tokenizer)) {
      for (const token of one) counts[token]++;
      all += one.length;
    }
    expect(counts[special('<unknown>')]).toBe(0);
    const rare = SHOP_WORDS.filter((word) => (counts[tokenizer.id(word)!] / all) * 100_000 < 2);
    expect(rare).toEqual([]);
  });

  it('writes a conversation with its marks, cut at 96 tokens', () => {
    const turns = ['i want a red bag .', 'i do not know .', 'bye .'];
    const tokens = encodeConversation({ kind: 'find', firstAct: 'abstain', turns, isGood: false }, tokenizer);
    const expected = [
      special('<user>'),
      ...tokenizer.encode(turns[0]),
      special('<end>'),
      special('<assistant>'),
      ...tokenizer.encode(turns[1]),
      special('<end>'),
      special('<user>'),
      ...tokenizer.encode(turns[2]),
      special('<end>'),
      special('<outcome>'),
      special('<bad>'),
    ];
    expect([...tokens]).toEqual(expected);
    const long = encodeConversation(
      { kind: 'find', firstAct: 'abstain', turns: [Array(200).fill('red').join(' ')], isGood: true },
      tokenizer,
    );
    expect(long.length).toBe(LONGEST_CONVERSATION);
  });

  it('is the same for the same seed, and cuts off one in four at most', () => {
    const options = { asking: 0.05, conversations: 2000 };
    const one = corpus(createRandom(7), options, tokenizer);
    expect(one).toEqual(corpus(createRandom(7), options, tokenizer));
    expect(one.filter(({ length }) => length === LONGEST_CONVERSATION).length).toBeLessThan(500);
  });
});
