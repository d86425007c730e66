import { ANYTHING, BAGS, bagName, fits, readReply } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import type { Known } from '../world/known.ts';
import { singleTurnReward } from './single-turn.ts';

const nothing: Known = { wishes: ANYTHING, rejected: [], unanswerable: [], turns: 0 };

describe('singleTurnReward', () => {
  it('is 1 for each bag that fits what was said, whatever the user has in mind, and 0 for all others', () => {
    const known: Known = { ...nothing, wishes: { ...ANYTHING, colour: [0, 1], size: [2] } };
    for (const bag of BAGS) {
      expect(singleTurnReward(known, readReply(`the ${bagName(bag)} .`))).toBe(Number(fits(bag, known.wishes)));
    }
  });

  it('is 0 for a bag that was turned down', () => {
    const [bag] = BAGS;
    const reply = readReply(`the ${bagName(bag)} .`);
    expect(singleTurnReward(nothing, reply)).toBe(1);
    expect(singleTurnReward({ ...nothing, rejected: [bag] }, reply)).toBe(0);
  });

  it('is 0 for a question, for handing over, for no sense, and for a price that nobody asked for', () => {
    for (const text of ['which size ?', 'i do not know .', 'well .', 'it costs ten euros .']) {
      expect(singleTurnReward(nothing, readReply(text))).toBe(0);
    }
  });

  it('is 1 for the right price only, when one was asked for', () => {
    const known: Known = { ...nothing, priceOf: BAGS[0] };
    expect(singleTurnReward(known, readReply('it costs ten euros .'))).toBe(1);
    expect(singleTurnReward(known, readReply('it costs fifteen euros .'))).toBe(0);
    expect(singleTurnReward(known, readReply(`the ${bagName(BAGS[0])} .`))).toBe(0);
  });
});
