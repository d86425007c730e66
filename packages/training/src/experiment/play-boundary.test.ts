import { createRandom } from '@sente/engine';
import { type Agent, boundaryCases, boundaryProbe, type PlayedRow } from '@sente/lab';
import { BAGS, bagName, createTokenizer, isHeldOut, SHOP_WORDS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { byLastWords, scriptedSampler } from '../objectives/scripted-sampler.test.support.ts';
import { playBoundary } from './play-boundary.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const bags = BAGS.filter(isHeldOut).map((bag) => `how about the ${bagName(bag)} ?`);
const say = byLastWords(['which colour ?', 'which size ?', 'well .', 'i do not know .', ...bags]);

/** Says to the lab's driver what the script says to the sampler. */
const agent: Agent = {
  name: 'scripted',
  needsModel: false,
  playsOpen: true,
  begin() {
    let text = '';
    return {
      async say(said) {
        text += ` ${tokenizer.decode(tokenizer.encode(said))}`;
        const reply = say(text.trim());
        text += ` ${reply}`;
        return { text: reply };
      },
      // The scripted sampler holds all tokens equally likely.
      forecast: async () => 0.5,
      fork: () => {
        throw new Error('nobody looks ahead here');
      },
    };
  },
};

describe('playBoundary', () => {
  it('gives the rows that the probe gives for an agent that says the same', async () => {
    const cases = await boundaryCases({ seed: 11, perCell: 2, pieces: 12 });
    const random = createRandom('measured');
    const rows = await playBoundary({
      ...{ cases, tokenizer, temperature: 1, random, agent: 'scripted' },
      sampler: scriptedSampler(tokenizer, say),
    });
    const expected: PlayedRow[] = [];
    for (const probeCase of cases) {
      const played = await boundaryProbe.play({
        ...{ seed: 11, case: probeCase, agent, repeat: 0, random: random.split(probeCase.id) },
        model: () => undefined,
        record: () => {},
      });
      const { id, cell } = probeCase;
      expected.push({ ...played, turns: [], case: id, agent: 'scripted', repeat: 0, cell });
    }
    expect(rows).toEqual(expected);
    const firsts = new Set(rows.map(({ detail }) => (detail as { first?: string } | undefined)?.first));
    // All kinds of first acts came up, and some conversations went well.
    expect(firsts.size).toBeGreaterThan(3);
    expect(rows.some(({ figures }) => figures.success === 1)).toBe(true);
    expect(rows.some(({ figures }) => figures.right === 1)).toBe(true);
  });
});
