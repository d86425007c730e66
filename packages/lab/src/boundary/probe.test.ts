import { createRandom } from '@sente/engine';
import { bagName } from '@sente/pocket';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import type { Agent, Talk } from '../agent/agent.ts';
import { modelAgents } from '../agent/model-agents.ts';
import { checkProbe } from '../probe/check-probe.ts';
import { beginBoundary } from './boundary-talk.ts';
import { type BoundaryCase, boundaryCases } from './cases.ts';
import { boundaryRuleRows, playBoundaryCase } from './play.ts';
import { boundaryProbe } from './probe.ts';
import { understood } from './read-wishes.ts';
import { remaining } from './state.ts';
import { boundaryFigures, compareBoundary, summariseBoundary } from './summary.ts';

/** Asks for the colour first, then recommends the first bag that it has not named and that fits the words. */
function scripted(forecast?: number): Agent {
  const begin = (texts: string[], replies: number): Talk => ({
    async say(text) {
      texts.push(text);
      return { text: reply(texts, replies++) };
    },
    ...(forecast !== undefined && { forecast: async () => forecast }),
    fork: () => begin([...texts], replies),
  });
  return { name: 'scripted', needsModel: false, playsOpen: true, begin: () => begin([], 0) };
}

function reply(texts: readonly string[], replies: number): string {
  if (replies === 0 && texts[0].length % 2 === 0) return 'which colour ?';
  const bags = remaining({ wishes: understood(texts), wrong: [] });
  const bag = bags[replies % bags.length];
  return bag ? `take the ${bagName(bag)} .` : 'i do not know .';
}

const played = (probeCase: BoundaryCase, agent: Agent) =>
  playBoundaryCase({
    seed: 1,
    case: probeCase,
    agent,
    repeat: 0,
    random: createRandom(probeCase.id),
    model: () => undefined,
    record: () => {},
  });

describe('boundaryProbe', () => {
  it('keeps what the lab rests on', async () => {
    const findings = await checkProbe(boundaryProbe, [scripted(0.7)], { cases: 50 });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('gives the same rows to an agent and to a driver of its own', async () => {
    for (const probeCase of await boundaryCases({ seed: 3, cases: 60 })) {
      const talk = beginBoundary(probeCase, createRandom(probeCase.id).split('user'));
      for (let next = talk.next(); next; next = talk.next()) {
        const { turns, wants } = next;
        if (wants === 'forecast') {
          talk.forecast(0.7);
          continue;
        }
        const texts = turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text);
        talk.heard(reply(texts, texts.length - 1));
      }
      expect(talk.finish()).toEqual(await played(probeCase, scripted(0.7)));
    }
  });

  it('is played by language models, which see conversations as the setting has them, and are not told when to ask', async () => {
    const prompts: string[][] = [];
    const model = new MockLanguageModelV4({
      doGenerate: async ({ prompt }) => {
        prompts.push(prompt.map(({ role, content }) => `${role}: ${typeof content === 'string' ? content : 'words'}`));
        return {
          content: [{ type: 'text', text: 'How about the small red leather bag?' }],
          finishReason: { unified: 'stop', raw: 'stop' },
          usage: {
            inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
            outputTokens: { total: 1, text: 1, reasoning: 0 },
          },
          warnings: [],
        };
      },
    });
    const bare = modelAgents.find(({ name }) => name === 'bare')!;
    const cases = await boundaryCases({ seed: 1, perCell: 1, pieces: 1 });
    const turnsOf = async (cell: string): Promise<number[]> => {
      prompts.length = 0;
      const probeCase = cases.find((one) => one.cell === cell)!;
      const options = { seed: 1, case: probeCase, agent: bare, repeat: 0, random: createRandom(1), record: () => {} };
      const { figures } = await playBoundaryCase({ ...options, model: () => model });
      expect(figures).toHaveProperty(cell === 'request' ? 'regret' : 'right');
      return prompts.map((prompt) => prompt.filter((one) => !one.startsWith('system')).length);
    };
    expect(await turnsOf('full')).toEqual([1]);
    expect(await turnsOf('concat')).toEqual([1]);
    expect(await turnsOf('sharded')).toEqual([1, 3, 5]);
    expect(await turnsOf('fresh')).toEqual([1, 1, 1]);
    expect(await turnsOf('ledger')).toEqual([1, 1, 1]);
    expect((await turnsOf('request')).slice(0, 2)).toEqual([1, 1]);
    expect(prompts.at(-1)![0]).toMatch(/^system: You serve in a shop/);
    expect(prompts.at(-1)![0]).not.toMatch(/initiative|clarif|when unclear|proactive/i);
  });

  it('has constants agree by chance and the optimum always', async () => {
    const cases = await boundaryCases({ seed: 5, perCell: 6, pieces: 20 });
    const of = (name: string) => boundaryFigures(boundaryRuleRows(name, cases, createRandom(1)), cases);
    const [optimal, always, never, careful] = ['optimal', 'always-ask', 'never-ask', 'never-ask-or-abstain'].map(of);
    expect(optimal).toMatchObject({ agreement: 1, 'balanced-agreement': 1, 'act-agreement': 1, 'asks@unsure': 0 });
    expect(optimal.regret).toBeCloseTo(0, 10);
    expect(optimal['agreement@2']).toBeCloseTo(34 / 36, 10);
    expect(never['balanced-agreement']).toBe(0.5);
    expect(never).toMatchObject({ 'asks@open': 0, 'agreement@1': 1, fits: 1 });
    expect(always).toMatchObject({ 'asks@open': 1, 'asks@closed': 0, 'asks@unsure': 1, 'right-question': 1 });
    // Handing over costs .2: for a guess to be worth less than that there must be no time and several bags.
    expect(careful.abstains).toBeGreaterThan(0);
    for (const other of [always, never, careful]) expect(optimal.reward).toBeGreaterThan(other.reward);
    // All that is said in pieces is understood by those who are told the state.
    expect(optimal).toMatchObject({ 'p@full': 1, 'p@concat': 1, 'p@sharded': 1, 'p@fresh': 1, 'p@ledger': 1 });
    expect(never.premature).toBe(1);
    expect('brier' in optimal).toBe(false);
  });

  it('sums up: figures, cells, curves, paired comparisons', async () => {
    const cases = await boundaryCases({ seed: 5, perCell: 6, pieces: 10 });
    const rows = ['never-ask', 'optimal'].flatMap((name) => boundaryRuleRows(name, cases, createRandom(1)));
    const { agents, curves, comparisons, users } = summariseBoundary(rows, cases, 1);
    expect(agents.optimal.agreement).toEqual({ mean: 1, low: 1, high: 1, n: 216 });
    expect(curves.optimal.cells).toHaveLength(36);
    for (const { best, ask, recommend, abstain, n, margin } of curves.optimal.cells) {
      expect({ ask, recommend, abstain }[best]).toBe(1);
      expect(n).toBe(6);
      expect(margin > 0).toBe(best === 'ask');
    }
    const reward = comparisons.find(({ metric }) => metric === 'reward')!;
    expect(reward).toMatchObject({ a: 'optimal', b: 'never-ask' });
    expect(reward.low).toBeGreaterThan(0);
    const own = rows.filter(({ agent }) => agent === 'optimal');
    const other = rows.filter(({ agent }) => agent === 'never-ask');
    const [compared] = compareBoundary(['x', own], ['y', other], cases, 1, ['reward']);
    expect(compared).toMatchObject({ a: 'x', b: 'y', metric: 'reward' });
    expect(compared.difference).toBeCloseTo(reward.difference, 10);
    expect(compared.low).toBeGreaterThan(0);
    expect(users.contradictions).toMatchObject({ mean: 0 });
    expect(users.leaks).toMatchObject({ mean: 0 });
  });

  it('scores forecasts at the opening against what came', async () => {
    const cases = await boundaryCases({ seed: 5, perCell: 2, pieces: 0 });
    const rows = cases.map((probeCase) => {
      const talk = beginBoundary(probeCase, createRandom(probeCase.id));
      const isClosed = probeCase.kind === 'request' && probeCase.situation.openness === 'closed';
      expect(talk.next()?.wants).toBe('forecast');
      expect(() => talk.heard('which size ?')).toThrow(Error);
      expect(() => talk.forecast(2)).toThrow(RangeError);
      talk.forecast(isClosed ? 1 : 0);
      while (talk.next()) talk.heard(isClosed ? `the ${bagName(probeCase.target)}` : 'i do not know');
      expect(() => talk.heard('which size ?')).toThrow(Error);
      return { ...talk.finish(), case: probeCase.id, agent: 'seer', repeat: 0, cell: 'request' };
    });
    const figures = boundaryFigures(rows, cases);
    expect(figures).toMatchObject({ brier: 0, skill: 1, ece: 0, aurc: 0, 'selective@0.5': 1, 'selective@0.8': 1 });
    expect(figures.success).toBe(0.25);
    expect(figures['p@full']).toBeUndefined();
  });
});
