import { createRandom, type Decision } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../model/caller.ts';
import { createCaller } from '../model/create-caller.ts';
import { newSession, type Session } from '../session/session.ts';
import { type ScriptedModel, type ScriptReply, scriptedModel } from '../testing/scripted-model.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { decideTurn } from '../turn/decide-turn.ts';
import { makePlan } from '../turn/make-plan.ts';
import type { Weighing } from '../weigh/weighing.ts';
import type { LanguageAct } from './act.ts';
import { LAST_TURN } from './assistant-side.ts';
import { DEFAULT_COSTS } from './costs.ts';
import { JUDGE, judgePrompt } from './judge.ts';
import { simulateTurn } from './simulate.ts';
import type { SimulationOptions } from './simulation-options.ts';

const transcript: Transcript = {
  messages: [
    { at: 0, role: 'system', text: 'You sell kites.', tools: [], attachments: 0 },
    { at: 1, role: 'user', text: 'Which kite should I take?', tools: [], attachments: 0 },
  ],
  tools: [],
  isFormal: false,
};

const session: Session = {
  ...newSession(),
  intents: ['red', 'blue'].map((colour, i) => ({
    id: `i${i + 1}`,
    wants: `a ${colour} kite`,
    good: `names the ${colour} one`,
    next: '',
    weight: 0.5,
  })),
};

/** The weigher believes that one answer serves everybody: the estimate answers at once. */
const misled: Weighing = {
  answers: [
    { gist: 'the green one suits all', fits: [0.9, 0.9], sure: 1, tokens: 20, isRecommendation: false },
    { gist: 'the red one', fits: [0.9, 0.1], sure: 1, tokens: 20, isRecommendation: false },
  ],
  questions: [
    { text: 'Which colour do you like?', choices: ['red', 'blue'], replies: [0, 1] },
    { text: 'How are you?', choices: ['well'], replies: [0, 0] },
  ],
  offers: [],
  leads: [],
};

const colourIn = (text: string): string => /a (red|blue) kite/.exec(text)?.[1] ?? '';
const lastLine = (prompt: string): string =>
  prompt
    .split('\n')
    .filter((line) => line.startsWith('assistant:'))
    .at(-1) ?? '';

/** People who say their colour when asked and leave when they have it; an assistant that guesses green until it is told. */
function world(changes: Record<string, (prompt: string, before: number) => ScriptReply> = {}): ScriptedModel {
  const scripts: Record<string, (prompt: string, before: number) => ScriptReply> = {
    write: () => 'Take the green kite.',
    user: (prompt) => {
      const colour = colourIn(prompt);
      const last = lastLine(prompt);
      if (last.includes(`the ${colour} kite`)) return { done: true, say: 'DONE' };
      return { done: false, say: last.includes('Which colour') ? colour : 'Hm, not that one.' };
    },
    reply: (prompt) => {
      const told = /^(red|blue)$/m.exec(prompt)?.[1];
      return told ? `Take the ${told} kite.` : 'Take the green kite.';
    },
    judge: (prompt) => {
      const served = prompt.includes(`Take the ${colourIn(prompt)} kite`);
      return { served: served ? 10 : 0, missed: served ? 0 : 2, interactivity: 5 };
    },
    ...changes,
  };
  return scriptedModel(
    Object.fromEntries(
      Object.entries(scripts).map(([label, script]) => [
        label,
        (call: { prompt: string; before: number }) => script(call.prompt, call.before),
      ]),
    ),
  );
}

const estimate = (): Decision<LanguageAct> =>
  decideTurn({ weighing: misled, session, costs: DEFAULT_COSTS, horizon: 2, restraint: {}, now: 0 }, createRandom(1))
    .decision;

async function simulate(
  model: ScriptedModel,
  {
    budget,
    options,
    seed = 1,
    signal,
  }: { budget?: Budget; options?: SimulationOptions; seed?: number; signal?: AbortSignal } = {},
): Promise<Decision<LanguageAct>> {
  const caller = createCaller(model, { budget, retries: 0 });
  return simulateTurn(
    {
      caller,
      transcript,
      session,
      weighing: misled,
      costs: DEFAULT_COSTS,
      window: 2,
      estimate: estimate(),
      planOf: (act) => makePlan({ session, transcript, act, weighing: misled, fromLedger: false }),
      standing: { do: 'pass' },
      options,
      calls: budget?.calls,
      signal,
    },
    createRandom(seed),
  );
}

describe('the simulate depth', () => {
  it('finds the question that pays where the estimate was misled', async () => {
    expect(estimate().chosen.id).toBe('answer:the-green-one-suits-all');
    const decision = await simulate(world());
    expect(decision.chosen.id).toBe('ask:which-colour-do-you-like');
    const [ask, ...others] = decision.candidates;
    expect(ask.samples).toBeGreaterThanOrEqual(3);
    // Served, for one turn and one question, half a mark of interactivity, and a few tokens.
    expect(ask.value).toBeCloseTo(1 + 0.1 * 0.5 - 0.04 - 0.04, 2);
    expect(decision.horizon).toBe(2);
    expect(others.find(({ act }) => act.id === 'ask:how-are-you')?.value).toBeLessThan(0);
  });

  it('takes answers that would be sent alike for one, and compares nothing unplayed with what was played', async () => {
    const { candidates } = await simulate(world());
    const answers = candidates.filter(({ act }) => act.kind === 'answer');
    expect(answers.map(({ samples, depth }) => [samples > 0, depth])).toEqual([
      [true, undefined],
      [false, 0],
    ]);
  });

  it('shows the judge no reply that only asks, and no price of asking', async () => {
    const model = world();
    await simulate(model);
    const judged = model.calls.filter(({ label }) => label === 'judge');
    const asked = judged.filter(({ prompt }) => /^user: (red|blue)$/m.test(prompt));
    expect(asked.length).toBeGreaterThan(0);
    for (const { prompt } of judged) expect(prompt).not.toContain('Which colour');
    const words = `${JUDGE} ${judgePrompt(transcript, [], session.intents[0])}`;
    expect(words).toContain('Asking the person something is never a fault');
    expect(words.match(/\b(ask|question|turn|length|quick|time)\w*/gi)).toEqual(['Asking', 'quick']);
  });

  it('gives the assistant the conversation and never the person', async () => {
    const model = world();
    await simulate(model);
    for (const { label, prompt } of model.calls) {
      const knows = session.intents.some(({ wants, good }) => prompt.includes(wants) || prompt.includes(good));
      expect(knows, label).toBe(label === 'user' || label === 'judge');
    }
  });

  it('has the assistant answer at once in the last turn of the window, and only there', async () => {
    const model = world();
    await simulate(model);
    const replies = model.calls.filter(({ label }) => label === 'reply');
    // Two turns of the assistant's in each window: after one thing that the user said in the window, and after two.
    const said = ({ options }: (typeof replies)[number]) =>
      options.prompt.filter(({ role }) => role === 'user').length - 1;
    expect(new Set(replies.map(said))).toEqual(new Set([1, 2]));
    for (const call of replies) expect(call.prompt.includes(LAST_TURN)).toBe(said(call) === 2);
  });

  it('imagines the same people for every act', async () => {
    const model = world();
    await simulate(model, { options: { allocation: 'equal', concurrency: 1, samples: 4 } });
    const people = new Map<string, string[]>();
    for (const { label, prompt } of model.calls) {
      if (label !== 'judge') continue;
      const act = /^user: (red|blue)$/m.test(prompt) ? 'ask' : 'other';
      people.set(act, [...(people.get(act) ?? []), colourIn(prompt)]);
    }
    const asked = people.get('ask')!;
    expect(asked).toHaveLength(4);
    expect(new Set(asked).size).toBe(2);
    const others = people.get('other')!;
    expect(others.filter((_, i) => i % 2 === 0)).toEqual(asked);
    expect(others.filter((_, i) => i % 2 === 1)).toEqual(asked);
  });

  it('decides the same for the same seed, however many are played side by side', async () => {
    const options: SimulationOptions[] = [{ concurrency: 1 }, { concurrency: 4 }, { concurrency: 16 }];
    const [one, ...others] = await Promise.all(options.map((given) => simulate(world(), { options: given, seed: 7 })));
    for (const other of others) expect(other).toEqual(one);
  });

  it.each([0, 1, 4, 12, 17, 18, 25, 40, 200])('stays within %i calls', async (calls) => {
    const model = world();
    const decision = await simulate(model, { budget: { calls } });
    expect(model.calls.length).toBeLessThanOrEqual(calls);
    // One whole sample of all three that can be played takes 5 + 5 + 6 calls at most.
    if (calls < 16) expect(decision).toEqual(estimate());
    else expect(decision.chosen.id).toBe('ask:which-colour-do-you-like');
  });

  it.each([{ tokens: 1500 }, { milliseconds: 0 }])('lets the estimate stand when %j run out', async (budget) => {
    expect(await simulate(world(), { budget })).toEqual(estimate());
  });

  it('leaves a sample out that fails, for its act alone', async () => {
    const model = world({
      judge: (prompt, before) =>
        before === 1 ? new Error('The judge is out.') : { served: prompt.includes('user: red') ? 10 : 1 },
    });
    const { candidates } = await simulate(model, { options: { allocation: 'equal', concurrency: 1 } });
    const samples = candidates.filter((one) => one.samples > 0).map((one) => one.samples);
    expect(samples.sort()).toEqual([2, 3, 3]);
  });

  it('lets the estimate stand when every sample fails', async () => {
    expect(await simulate(world({ judge: () => new Error('The judge is out.') }))).toEqual(estimate());
    expect(await simulate(world({ user: () => 'As an assistant I cannot.' }))).toEqual(estimate());
  });

  it('stops when the client leaves', async () => {
    const stop = new AbortController();
    const model = world({
      judge: () => {
        stop.abort(new Error('The client left.'));
        return { served: 1 };
      },
    });
    await expect(simulate(model, { signal: stop.signal })).rejects.toThrow('The client left.');
  });
});
