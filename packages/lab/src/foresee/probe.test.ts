import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Agent, Talk } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import { checkProbe } from '../probe/check-probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { TEMPERAMENTS } from '../users/temperaments.ts';
import { baseRates, foreseeByRates } from './base-rates.ts';
import { otherTurns } from './others.ts';
import { foreseeProbe } from './probe.ts';
import { replyKind, replyMeaning } from './reply-meaning.ts';
import { asChances, scorePrediction, uniform } from './score.ts';

const shop = hikingShop();
const bare = shopAgents.find(({ name }) => name === 'bare') as Agent;

describe('scores', () => {
  it('are worked out by hand on small cases', () => {
    expect(scorePrediction([0.5, 0.25, 0.25], 0)).toEqual({ accuracy: 1, logScore: -1, brier: 0.25 + 2 * 0.0625 });
    expect(scorePrediction([0.5, 0.5, 0, 0], 1)).toMatchObject({ accuracy: 0.5, logScore: -1 });
    expect(scorePrediction(uniform(4), 3)).toEqual({ accuracy: 0.25, logScore: -2, brier: 0.75 });
    expect(scorePrediction([1, 0], 1)).toEqual({ accuracy: 0, logScore: Math.log2(0.001), brier: 2 });
  });

  it('take chances only from what is some', () => {
    expect(asChances([1, 3], 2)).toEqual([0.25, 0.75]);
    for (const bad of [undefined, [1], [0, 0], [-1, 2], [Number.NaN, 1]]) expect(asChances(bad, 2)).toBeUndefined();
  });
});

describe('what a turn comes to', () => {
  it.each([
    ["I don't mind.", 'does not mind'],
    ['Oh, you have got me there, I don’t know.', 'does not know'],
    ['In July.', 'wishes'],
    ["I'll take Round Loch Anver, please.", 'takes'],
    ['Sorry, none of these.', 'turns down'],
    ['Never mind, bye.', 'leaves'],
    ['Actually, forget about the month.', 'changes'],
    ['Yes, please.', 'yes'],
    ['No.', 'no'],
    ['What do you have?', 'other'],
  ])('%s', (text, kind) => {
    expect(replyKind(shop, text)).toBe(kind);
  });

  it('is the same for other words, and not for other wishes', () => {
    expect(replyMeaning(shop, "I don't mind.")).toBe(replyMeaning(shop, 'No preference there.'));
    expect(replyMeaning(shop, 'In July.')).toBe(replyMeaning(shop, 'We want to go in July.'));
    expect(replyMeaning(shop, 'In July.')).not.toBe(replyMeaning(shop, 'In May.'));
    expect(replyMeaning(shop, 'In July.')).not.toBe(replyMeaning(shop, 'Not in July.'));
  });
});

describe('the others', () => {
  it('say what differs from the truth and from each other, in the same manner', async () => {
    const place = {
      shop,
      temperament: TEMPERAMENTS.curt,
      out: 1,
      assistant: 'When would you like to go?',
      truth: 'in July',
    };
    const others = await otherTurns(place, createRandom(1));
    expect(others).toHaveLength(3);
    expect(new Set([place.truth, ...(others ?? [])].map((text) => replyMeaning(shop, text))).size).toBe(4);
    for (const text of others ?? []) expect(text).not.toMatch(/lovely|sister/);
    expect(await otherTurns(place, createRandom(1))).toEqual(others);
  });

  it('are left out where there are not enough of them', async () => {
    const ended = { shop, temperament: TEMPERAMENTS.curt, out: 1, assistant: 'Is a dog coming along?', truth: 'yes' };
    const others = await otherTurns(ended, createRandom(1));
    expect(others === undefined || others.length === 3).toBe(true);
  });
});

describe('base rates', () => {
  it('know that "I don’t mind" is the commonest answer to a question', async () => {
    const chances = foreseeByRates(shop, await baseRates(shop), 'When would you like to go?', [
      "I don't mind.",
      'In July.',
    ]);
    expect(chances[0]).toBeGreaterThan(0.5);
    expect(chances[0] + chances[1]).toBeCloseTo(1);
  });
});

describe('the probe foresee', () => {
  it('keeps what probes promise', async () => {
    const findings = await checkProbe(foreseeProbe, [bare], { cases: 3 });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('gives equal chances exactly chance, and a seer everything', async () => {
    const [found] = await foreseeProbe.cases({ seed: 4, cases: 1 });
    const truths: string[] = [];
    const play = (agent: Agent) =>
      foreseeProbe.play({
        seed: 4,
        case: found,
        agent,
        repeat: 0,
        random: createRandom(9),
        model: () => undefined,
        record: () => {},
      });
    const first = await play(bare);
    expect(first.figures).toMatchObject({ accuracy: 0.25, 'log-score': -2, brier: 0.75, 'bits-over-uniform': 0 });
    for (const { note, text } of first.turns) if (note && !note.startsWith('not asked')) truths.push(text);
    let at = 0;
    const seer: Agent = {
      ...bare,
      name: 'seer',
      begin: (scene, context): Talk => ({
        ...bare.begin(scene, context),
        foresee: async (next) => {
          const truth = truths[at++];
          return next.map((text) => Number(text === truth));
        },
      }),
    };
    expect((await play(seer)).figures).toMatchObject({ accuracy: 1, 'log-score': 0, brier: 0, foresees: 1 });
    const silent: Agent = {
      ...bare,
      begin: (scene, context) => ({ ...bare.begin(scene, context), foresee: undefined }),
    };
    expect((await play(silent)).figures).toMatchObject({ accuracy: 0.25, foresees: 0 });
  });

  it('refuses data that it cannot read', async () => {
    await expect(foreseeProbe.cases({ seed: 1, data: 'turns.json' })).rejects.toThrow(/leave --data out/);
  });
});
