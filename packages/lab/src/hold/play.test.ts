import { createRandom } from '@sente/engine';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import type { Played } from '../probe/played.ts';
import type { HoldCase, OpenCase, Setting } from './case.ts';
import { createHoldProbe, holdProbe } from './probe.ts';
import { neverAnswers, waits } from './rules.ts';
import { NoScorerError } from './table.ts';

const CASE: OpenCase = {
  id: 'm/sharded',
  group: 'm',
  cell: 'sharded',
  world: 'open',
  task: 'math',
  instructions: 'You work out sums.',
  full: 'Ida has 3 boats for 4 people each. How many people can go?',
  shards: ['How many people can go?', 'Ida has 3 boats.', 'Each boat takes 4 people.'],
  gold: '#### 12',
};

/** Says these things, one a turn; the last one ever after. */
function lines(...texts: readonly string[]): Agent & { readonly heard: string[] } {
  const heard: string[] = [];
  const begin = (): ReturnType<Agent['begin']> => {
    let turn = 0;
    return {
      async say(text) {
        heard.push(text);
        return { text: texts[Math.min(turn++, texts.length - 1)] };
      },
      fork: begin,
    };
  };
  return { name: 'lines', needsModel: false, begin, heard };
}

function play(
  agent: Agent,
  cell: Setting = 'sharded',
  turns?: number,
  probeCase: HoldCase = { ...CASE, cell },
): Promise<Played> {
  return holdProbe.play({
    case: probeCase,
    agent,
    repeat: 0,
    seed: 1,
    turns,
    random: createRandom(1),
    model: () => undefined,
    record: () => undefined,
  });
}

describe('a conversation piece by piece', () => {
  it('goes on after a wrong answer and ends with a right one', async () => {
    const agent = lines('Answer: 3', 'Answer: 12', 'Answer: 99');
    const { figures, detail } = await play(agent);
    expect(agent.heard).toEqual(CASE.shards.slice(0, 2));
    expect(figures).toMatchObject({
      score: 1,
      turns: 2,
      premature: 1,
      'first-answer-correct': 0,
      'first-answer-at': 0,
    });
    expect(figures['draft-tokens']).toBe(Math.ceil('Answer: 3'.length / 4));
    expect(detail).toEqual({ curve: [0, 1, 1] });
  });

  it('scores the last answer, and ends when all is said and answered', async () => {
    const { figures } = await play(lines('Answer: 3', 'Answer: 4', 'Answer: 5'));
    expect(figures).toMatchObject({ score: 0, turns: 3, premature: 1 });
  });

  it('does not call an answer early that waited for everything', async () => {
    const agent = lines('How many boats does Ida have?', 'How many people does each boat take?', 'Answer: 12');
    const { figures, user } = await play(agent);
    expect(figures).toMatchObject({
      score: 1,
      turns: 3,
      premature: 0,
      'first-answer-correct': 1,
      'draft-tokens': 0,
      'first-answer-at': 1,
    });
    expect(user).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0 });
  });

  it('asks for the answer when all is said and none was given, up to the cap', async () => {
    const agent = lines('Tell me more.');
    const { figures } = await play(agent, 'sharded', 5);
    expect(agent.heard).toHaveLength(5);
    expect(agent.heard.at(-1)).toMatch(/\?$/);
    expect(figures.score).toBe(0);
    expect(figures['first-answer-correct']).toBeUndefined();
  });
});

describe('the other settings', () => {
  it('full is one message', async () => {
    const agent = lines('Answer: 12');
    const played = await play(agent, 'full');
    expect(agent.heard).toEqual([CASE.full]);
    expect(played.figures).toMatchObject({ score: 1, premature: 0 });
    expect(played.user).toBeUndefined();
  });

  it('concat is one message with all pieces', async () => {
    const agent = lines('Answer: 12');
    await play(agent, 'concat');
    expect(agent.heard).toHaveLength(1);
    for (const shard of CASE.shards) expect(agent.heard[0]).toContain(shard);
  });

  it('recap says everything again at the end, and that answer counts', async () => {
    const agent = lines('Answer: 1', 'Answer: 2', 'Answer: 3', 'Answer: 12');
    const { figures } = await play(agent, 'recap');
    expect(agent.heard).toHaveLength(4);
    for (const shard of CASE.shards) expect(agent.heard[3]).toContain(shard);
    expect(figures.score).toBe(1);
  });

  it('snowball repeats what was said in every turn', async () => {
    const agent = lines('Hm.');
    await play(agent, 'snowball', 3);
    expect(agent.heard[2]).toContain(CASE.shards[0]);
    expect(agent.heard[2]).toContain(CASE.shards[1]);
    expect(agent.heard[2]).toContain(CASE.shards[2]);
  });
});

describe('scorers of one’s own', () => {
  it('are played and judged', async () => {
    const probe = createHoldProbe({
      scorers: {
        haiku: {
          answer: 'three lines',
          extract: (reply) => (reply.split('\n').length === 3 ? reply : undefined),
          score: () => 1,
        },
      },
    });
    const played = await probe.play({
      case: { ...CASE, task: 'haiku' },
      agent: lines('No.', 'a\nb\nc'),
      repeat: 0,
      seed: 1,
      random: createRandom(1),
      model: () => undefined,
      record: () => undefined,
    });
    expect(played.figures).toMatchObject({ score: 1, turns: 2 });
  });

  it('are missed by name', async () => {
    await expect(play(lines('x'), 'sharded', undefined, { ...CASE, task: 'haiku' })).rejects.toThrow(NoScorerError);
  });
});

describe('the embedded cases', () => {
  const cases = holdProbe.cases({ seed: 5, cases: 6 });

  it('are the same for the same seed, and survive JSON', async () => {
    expect(JSON.parse(JSON.stringify(await cases))).toEqual(await holdProbe.cases({ seed: 5, cases: 6 }));
  });

  it('end with a right answer when one is given, and every agent meets the same words until it differs', async () => {
    const [bare, , , sente] = shopAgents;
    for (const probeCase of (await cases).filter(({ cell }) => cell === 'sharded')) {
      const [first, second, again] = [
        await play(bare, 'sharded', undefined, probeCase),
        await play(sente, 'sharded', undefined, probeCase),
        await play(bare, 'sharded', undefined, probeCase),
      ];
      expect(again).toEqual(first);
      expect(first.turns[0].text).toBe(second.turns[0].text);
      expect(first.user).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0 });
      expect(Object.values(first.figures).every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});

describe('the rules', () => {
  it('never answering is never early and serves nobody; waiting serves everybody, a turn later', async () => {
    const cases = (await holdProbe.cases({ seed: 5, cases: 6 })).filter(({ cell }) => cell === 'sharded');
    for (const probeCase of cases) {
      const never = await play(neverAnswers, 'sharded', undefined, probeCase);
      expect(never.figures).toMatchObject({ score: 0, premature: 0, 'draft-tokens': 0, contradicted: 0 });
      const waiting = await play(waits, 'sharded', undefined, probeCase);
      expect(waiting.figures).toMatchObject({ score: 1, premature: 0, 'draft-tokens': 0, contradicted: 0 });
    }
  });
});

it('the user and the judge can be models', async () => {
  const saying = (reply: (prompt: string) => string) =>
    new MockLanguageModelV4({
      doGenerate: async ({ prompt }) => ({
        content: [{ type: 'text', text: reply(JSON.stringify(prompt)) }],
        finishReason: { unified: 'stop', raw: undefined },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      }),
    });
  // Tells both pieces at once, the second one unasked.
  const user = saying(() => '{"fact": 2, "says": "Ida has 3 boats, and each boat takes 4 people"}');
  const judge = saying((prompt) =>
    prompt.includes('dozen') ? '{"kind": "answer", "answer": "a dozen"}' : '{"kind": "discussion", "answer": ""}',
  );
  const agent = lines('Answer: 7', 'I would say a dozen');
  const played = await holdProbe.play({
    case: CASE,
    agent,
    repeat: 0,
    seed: 1,
    random: createRandom(1),
    model: (role) => ({ assistant: undefined, user, judge })[role],
    record: () => undefined,
  });
  // The judge says that the first reply is no answer, whatever the rules say.
  expect(played.figures).toMatchObject({ score: 1, turns: 2, premature: 0, 'first-answer-correct': 1 });
  expect(played.user).toMatchObject({ leaks: 1 });
  expect(played.turns.map(({ note }) => note).filter(Boolean)).toEqual([
    'discussion; 1 of 3 pieces are out',
    'answer 1, right; 3 of 3 pieces are out',
  ]);
});
