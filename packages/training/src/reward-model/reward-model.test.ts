import { describe, expect, it } from 'vitest';
import type { RewardItem } from './item.ts';
import type { RewardError } from './reward-error.ts';
import { createRewardModel } from './reward-model.ts';
import type { RewardSettings } from './settings.ts';
import { type Says, speaker, statusError } from './speaker.test.support.ts';

const item: RewardItem = {
  id: 'i-1',
  prompt: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Book me a table.' },
  ],
  completion: 'For how many?',
  task: { goal: 'A table for four at eight.' },
};

/** A user that tells one thing a turn, an assistant that books, a judge that wants a booking. */
function world(
  more: Partial<RewardSettings> = {},
  says: { user?: Says; assistant?: Says; judge?: Says } = {},
): ReturnType<typeof createRewardModel> & {
  users: ReturnType<typeof speaker>;
  assistants: ReturnType<typeof speaker>;
  judges: ReturnType<typeof speaker>;
} {
  const users = speaker(
    says.user ?? (({ turns }) => (turns[0].includes('Assistant: Booked') ? 'Thanks. [END]' : 'Four, at eight.')),
  );
  const assistants = speaker(says.assistant ?? (() => 'Booked for four at eight.'));
  const judges = speaker(
    says.judge ?? (({ turns }) => JSON.stringify({ reason: 'x', score: turns[0].includes('Booked for four') ? 1 : 0 })),
  );
  const model = createRewardModel({
    assistant: assistants.model,
    user: users.model,
    judge: judges.model,
    sleep: async () => {},
    ...more,
  });
  return { ...model, users, assistants, judges };
}

const failureOf = (promise: Promise<unknown>): Promise<RewardError> =>
  promise.then(
    (value) => expect.fail(`no error but ${JSON.stringify(value)}`),
    (error: RewardError) => error,
  );

describe('the reward', () => {
  it('credits a question with what it leads to, and at horizon 0 with nothing', async () => {
    const { score, users, assistants } = world({ tokenPrice: 0 });
    const scored = await score(item);
    expect(scored).toMatchObject({ id: 'i-1', reward: 1, horizon: 2, clipped: false, truncated: false });
    expect(scored.rollouts).toHaveLength(3);
    expect(scored.rollouts[0]).toMatchObject({ success: 1, userTurns: 1, ended: 'user', cutReplies: 0 });
    expect(scored.calls).toBe(3 * (2 + 1 + 1));
    expect(scored.tokens).toBe(12 * scored.calls);
    expect(users.heard).toHaveLength(6);
    expect(assistants.heard[0]).toMatchObject({
      system: 'Be brief.',
      turns: ['Book me a table.', 'For how many?', 'Four, at eight.'],
    });

    const alone = world({ horizon: 0, tokenPrice: 0 });
    expect(await alone.score(item)).toMatchObject({
      reward: 0,
      rollouts: [{ userTurns: 0, ended: 'horizon' }],
      calls: 1,
    });
    expect(alone.users.heard).toHaveLength(0);
    expect(alone.assistants.heard).toHaveLength(0);
  });

  it('stops at the horizon', async () => {
    const { score, users } = world({ horizon: 2, samples: 1, tokenPrice: 0 }, { assistant: () => 'And what name?' });
    expect(await score(item)).toMatchObject({ reward: 0, rollouts: [{ userTurns: 2, ended: 'horizon' }] });
    expect(users.heard).toHaveLength(2);
  });

  it('takes tokens and turns off, as the equation says', async () => {
    const { score } = world({ tokenPrice: 0.01, turnCost: 0.125, samples: 1 });
    const [rollout] = (await score(item)).rollouts;
    const tokens = Math.ceil('For how many?'.length / 4) + Math.ceil('Booked for four at eight.'.length / 4);
    expect(rollout.assistantTokens).toBe(tokens);
    expect(rollout.reward).toBeCloseTo(1 - 0.01 * tokens - 0.125, 12);
  });

  it('never takes more than 1 off for tokens, and says when it clips', async () => {
    const { score } = world({ tokenPrice: 1, turnCost: 0.5, samples: 2, clip: [-0.25, 0.5] });
    expect(await score(item)).toMatchObject({
      reward: -0.25,
      clipped: true,
      rollouts: [{ reward: -0.5 }, { reward: -0.5 }],
    });
  });

  it('weighs interactivity where it is asked to', async () => {
    const { score } = world({ tokenPrice: 0, interactivity: 0.5, samples: 1 }, { judge: () => '{"score": 0.5}' });
    expect(await score(item)).toMatchObject({ reward: 0.75, rollouts: [{ success: 0.5, interactivity: 0.5 }] });
  });

  it('compares with a reference answer, asks no judge, and ends when it is given', async () => {
    const { score, judges, users } = world({ tokenPrice: 0 }, { assistant: () => 'So the answer is 42.' });
    const asked = { ...item, task: { goal: 'Six times seven.', answer: '42' } };
    expect(await score(asked)).toMatchObject({ reward: 1, rollouts: [{ ended: 'solved', userTurns: 1 }, {}, {}] });
    expect(judges.heard).toHaveLength(0);
    const before = users.heard.length;
    expect(await score({ ...asked, completion: 'The answer is 42.' })).toMatchObject({
      reward: 1,
      calls: 0,
      rollouts: [{ ended: 'solved', userTurns: 0 }],
    });
    expect(users.heard).toHaveLength(before);
    expect((await score({ ...asked, task: { answer: '43' } })).reward).toBe(0);
  });

  it('lets the user want no more than it said where no goal is known', async () => {
    const { score, users } = world();
    await score({ ...item, task: {} });
    expect(users.heard[0].turns[0]).toContain('is="the person\'s notes">\nBook me a table.\n');
  });

  it('shows the goal to the user and the judge, never to the assistant', async () => {
    const { score, users, assistants, judges } = world();
    await score(item);
    const goal = 'A table for four at eight.';
    expect(users.heard.every(({ turns }) => turns[0].includes(goal))).toBe(true);
    expect(judges.heard.every(({ turns }) => turns[0].includes(goal))).toBe(true);
    expect(JSON.stringify(assistants.heard.map(({ options }) => options.prompt))).not.toContain(goal);
  });
});

describe('luck', () => {
  const seeds = (heard: { options: { seed?: number } }[]): (number | undefined)[] =>
    heard.map(({ options }) => options.seed).sort();

  it('is the same for the same item and for other completions of its prompt, another for another seed', async () => {
    const [one, again, other, reseeded] = [world(), world(), world(), world({ seed: 1 })];
    await one.score(item);
    await again.score(item);
    await other.score({ ...item, completion: 'When?' });
    await reseeded.score(item);
    expect(new Set(seeds(one.users.heard)).size).toBe(6);
    expect(seeds(again.users.heard)).toEqual(seeds(one.users.heard));
    expect(seeds(other.users.heard)).toEqual(seeds(one.users.heard));
    expect(seeds(reseeded.users.heard)).not.toEqual(seeds(one.users.heard));
  });
});

describe('cut-off completions', () => {
  it('are flagged, and scored or refused', async () => {
    const cut = { ...item, finish: 'length' as const };
    expect(await world().score(cut)).toMatchObject({ truncated: true });
    expect(await failureOf(world({ truncated: 'refuse' }).score(cut))).toMatchObject({
      code: 'truncated',
      retryable: false,
    });
  });

  it('are counted among later replies', async () => {
    const { score } = world({ samples: 1 }, { assistant: () => ({ cut: 'Booked for four' }) });
    expect(await score(item)).toMatchObject({ truncated: false, rollouts: [{ cutReplies: 1 }] });
  });
});

describe('failures', () => {
  it.each([
    [429, 'rate-limited', true],
    [500, 'model-failed', true],
    [401, 'model-refused', false],
  ])('status %i of a user’s call is %s', async (status, code, retryable) => {
    const { score, users } = world({ samples: 1 }, { user: () => Promise.reject(statusError(status)) });
    expect(await failureOf(score(item))).toMatchObject({ name: 'RewardError', code, retryable, role: 'user' });
    expect(users.heard).toHaveLength(retryable ? 3 : 1);
  });

  it('a connection that breaks is tried again, then an error', async () => {
    const { score, assistants } = world(
      { samples: 1 },
      { assistant: () => Promise.reject(new TypeError('terminated')) },
    );
    expect(await failureOf(score(item))).toMatchObject({ code: 'unreachable', role: 'assistant', retryable: true });
    expect(assistants.heard).toHaveLength(3);
  });

  it('passes when a later attempt succeeds', async () => {
    const waits: number[] = [];
    const { score } = world(
      { samples: 1, tokenPrice: 0, sleep: async (ms) => void waits.push(ms) },
      {
        assistant: (_, count) =>
          count === 0 ? Promise.reject(statusError(429, { 'retry-after': '2' })) : 'Booked for four at eight.',
      },
    );
    expect((await score(item)).reward).toBe(1);
    expect(waits).toEqual([2000]);
  });

  it.each([
    'nonsense',
    '{"score": 7}',
    '{"score": null}',
    '{"score": ""}',
    '{"score": false}',
    '{"score": "NaN"}',
    '{}',
  ])('a judge that says %s is no 0', async (text) => {
    const { score } = world({}, { judge: () => text });
    expect(await failureOf(score(item))).toMatchObject({ code: 'bad-reply', role: 'judge', retryable: true });
  });

  it('silence of a model is none either', async () => {
    expect(await failureOf(world({}, { assistant: () => ' ' }).score(item))).toMatchObject({
      code: 'bad-reply',
      role: 'assistant',
    });
    expect(await failureOf(world({}, { user: () => '' }).score(item))).toMatchObject({
      code: 'bad-reply',
      role: 'user',
    });
  });

  it('a model that hangs runs out of time', async () => {
    const { score } = world({ timeout: 5, retries: 1 }, { user: () => new Promise<string>(() => {}) });
    expect(await failureOf(score(item))).toMatchObject({ code: 'timeout', role: 'user' });
  });

  it('says what an item lacks', async () => {
    expect(await failureOf(world({ judge: undefined }).score(item))).toMatchObject({
      code: 'no-judge',
      retryable: false,
    });
    expect(await failureOf(world().score({ ...item, prompt: [] }))).toMatchObject({ code: 'bad-item' });
    const ended = [...item.prompt, { role: 'assistant' as const, content: 'x' }];
    expect(await failureOf(world().score({ ...item, prompt: ended }))).toMatchObject({ code: 'bad-item' });
  });

  it('the caller’s leaving ends it, with the caller’s reason', async () => {
    const leaving = new AbortController();
    const { score, users } = world({}, { user: () => new Promise<string>(() => {}) });
    const scoring = score(item, leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(scoring).rejects.toThrow('gone');
    const calls = users.heard.length;
    await expect(score(item, leaving.signal)).rejects.toThrow('gone');
    expect(users.heard).toHaveLength(calls);
  });

  it('refuses settings that make no sense', () => {
    expect(() => world({ samples: 0 })).toThrow(RangeError);
    expect(() => world({ clip: [1, 1] })).toThrow('clip');
    expect(() => world({ horizon: 4 as 3 })).toThrow('horizon');
  });
});

describe('the gate', () => {
  it('is passed by every call, and told of refusals', async () => {
    let inside = 0;
    let most = 0;
    const refused: (number | undefined)[] = [];
    const enter = async (): Promise<{ done(): void; refused(ms: number | undefined): void; failed(): void }> => {
      most = Math.max(most, ++inside);
      const leave = (): void => void inside--;
      const refuse = (ms: number | undefined): void => {
        leave();
        refused.push(ms);
      };
      return { done: leave, failed: leave, refused: refuse };
    };
    const { score } = world(
      { gate: { enter }, samples: 4 },
      {
        user: (_, count) => (count === 0 ? Promise.reject(statusError(429, { 'retry-after-ms': '7' })) : 'Four. [END]'),
      },
    );
    await score(item);
    expect(inside).toBe(0);
    expect(most).toBe(4);
    expect(refused).toEqual([7]);
  });
});
