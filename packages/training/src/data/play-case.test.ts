import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { BudgetReachedError, keyOf, type Played, type PlayedRow, playTask, roster, type Task } from '@sente/lab';
import { afterAll, describe, expect, it } from 'vitest';
import { DATA_SETTINGS, type DataCase, type DataSettings, type ToldCase } from './data-case.ts';
import { createDataProbe } from './data-probe.ts';
import { dataTasks } from './data-tasks.ts';
import { modelOf, part } from './scripted.test.support.ts';
import type { DataDetail } from './step.ts';
import { writeData } from './write-data.ts';

const directory = mkdtempSync(join(tmpdir(), 'sente-data-'));
afterAll(() => rmSync(directory, { recursive: true }));

const bare = roster(true).find(({ name }) => name === 'bare')!;
const lamp = (settings: Partial<DataSettings> = {}): ToldCase => ({
  id: 'lamp',
  kind: 'told',
  world: 'open',
  goal: 'A blue lamp.',
  opening: 'I need a lamp.',
  settings: { ...DATA_SETTINGS, candidates: 6, ...settings },
});

async function play(one: DataCase, model: LanguageModelV4): Promise<Played & { readonly detail: DataDetail }> {
  const task: Task = { probe: 'train-data', case: one, agent: 'bare', repeat: 0, options: { seed: 1 } };
  const players = { probe: createDataProbe() as never, agent: bare, openModel: () => model };
  return (await playTask(task, players)) as never;
}
const row = (one: DataCase, played: Played): PlayedRow => {
  const {
    case: name,
    agent,
    repeat,
  } = keyOf({
    probe: 'train-data',
    case: one,
    agent: 'bare',
    repeat: 0,
    options: { seed: 1 },
  });
  return { ...played, case: name, agent, repeat };
};

describe('a conversation with a user whose goal is told', () => {
  it('goes on with the reply that leads to the better conversation: a question, looking ahead', async () => {
    const others = [{ goal: 'A red lamp.' }];
    const judging = modelOf((call, words) =>
      words.includes('"score"')
        ? JSON.stringify({
            score: Number(/Assistant:[^:]*(blue|red)/.exec(words)?.[1] === /A (\w+) lamp/.exec(words)?.[1]),
          })
        : words.includes('You play a person') && words.slice(words.lastIndexOf('Assistant:')).includes('Which colour')
          ? `${/A (\w+) lamp/.exec(words)?.[1] === 'blue' ? 'Blue' : 'Red'}, please.`
          : words.includes('Red, please.') && !words.includes('You play')
            ? 'Take the red one.'
            : part(call, words),
    );
    const { detail } = await play({ ...lamp({ samples: 4, turnCost: 0 }), others }, judging);
    const [first, second] = detail.steps;
    const asked = first.candidates.find(({ text }) => text === 'Which colour?');
    const guessed = first.candidates.find(({ text }) => text === 'Take the blue one.');
    expect(first.candidates[first.best!].text).toBe('Which colour?');
    // The guess is right for this user, and for every other one wrong.
    expect(guessed?.reward).toBeGreaterThan(0.3);
    expect(guessed?.reward).toBeLessThan(0.7);
    expect(asked?.reward).toBeGreaterThan(0.9);
    expect(second.said).toBe('Blue, please.');
    expect(second.candidates[second.best!].text).toBe('Take the blue one.');
  });

  it('never goes on with a question at horizon 0', async () => {
    const { detail } = await play(lamp({ horizon: 0 }), modelOf(part));
    expect(detail.steps[0].candidates[detail.steps[0].best!].text).toBe('Take the blue one.');
  });

  it('drops repeated, empty and cut-off replies, and ends where none is left', async () => {
    const { detail } = await play(
      lamp({ candidates: 3 }),
      modelOf(
        () => 'broken off in the',
        () => 'length',
      ),
    );
    expect(detail.steps).toHaveLength(1);
    expect(detail.steps[0].candidates.map(({ dropped }) => dropped)).toEqual(['cut-off', 'cut-off', 'cut-off']);
    const same = await play(
      lamp({ candidates: 3, turns: 1 }),
      modelOf((call, words) => (/You play|"score"/.test(words) ? part(call, words) : 'Take the blue one.')),
    );
    expect(same.detail.steps[0].candidates.map(({ dropped }) => dropped)).toEqual([undefined, 'repeated', 'repeated']);
  });

  it('drops a candidate that the judge has no readable word on; never gives it a 0', async () => {
    const model = modelOf((call, words) => {
      const isJudged = words.includes('"score"') || words.includes('judgement');
      return isJudged && words.includes('It depends') ? 'no idea' : part(call, words);
    });
    const { detail } = await play(lamp({ horizon: 0, candidates: 8 }), model);
    const vague = detail.steps[0].candidates.find(
      ({ text, dropped }) => text.startsWith('It depends') && dropped !== 'repeated',
    );
    expect(vague).toMatchObject({ dropped: 'unscorable' });
    expect(vague).not.toHaveProperty('reward');
  }, 20_000);

  it('lets what stops the run through as it is, from whichever call', async () => {
    let calls = 0;
    const model = modelOf((call, words) => {
      if (++calls > 9) throw new BudgetReachedError('calls', 9, 9);
      return part(call, words);
    });
    await expect(play(lamp(), model)).rejects.toBeInstanceOf(BudgetReachedError);
  });

  it('counts calls and tokens', async () => {
    const model = modelOf(part);
    const { detail } = await play(lamp(), model);
    expect(detail.used).toEqual({
      calls: model.calls.length,
      input: 100 * model.calls.length,
      output: 10 * model.calls.length,
    });
  });
});

describe('embedded tasks', () => {
  const settings: DataSettings = { ...DATA_SETTINGS, candidates: 2, turns: 2, samples: 1 };

  it('draws the same ones for a seed, more after fewer, open and closed, each with what it wants on the shelf', () => {
    const few = dataTasks({ seed: 3, cases: 4, settings, isPocket: false }).cases as ToldCase[];
    const more = dataTasks({ seed: 3, cases: 8, settings, isPocket: false }).cases as ToldCase[];
    expect(more.slice(0, 4)).toEqual(few);
    expect(new Set(more.map(({ opening, goal }) => opening ?? goal)).size).toBe(8);
    expect(dataTasks({ seed: 4, cases: 4, settings, isPocket: false }).cases).not.toEqual(few);
    for (const { id, others, instructions = '', goal } of more) {
      expect(others?.length ?? 0).toBe(id.endsWith('/open') ? 5 : 0);
      const suits = /not know it by name: (.*)$/.exec(goal)?.[1].split('; ');
      if (suits) expect(suits.some((name) => instructions.includes(`\n${name} | `))).toBe(true);
    }
  });

  it('are played in the pocket shop by its own rules, whoever speaks', async () => {
    const { cases } = dataTasks({ seed: 1, cases: 9, settings, isPocket: true });
    const model = modelOf(({ seed = 0 }) => ['Which colour?', 'The small red wool bag.', 'I do not know.'][seed % 3]);
    const first = await Promise.all(cases.map((one) => play(one, model)));
    const again = await Promise.all(cases.map((one) => play(one, model)));
    expect(again).toEqual(first);
    for (const { detail } of first) {
      for (const { candidates } of detail.steps) {
        for (const { reward = 0 } of candidates) expect(Math.abs(reward)).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('files', () => {
  it('are taken by TRL’s own rules for keys and messages, line by line', async () => {
    const { cases, inputs } = dataTasks({
      seed: 1,
      cases: 6,
      settings: { ...DATA_SETTINGS, turns: 2 },
      isPocket: true,
    });
    const model = modelOf(({ seed = 0 }) => ['Which colour?', 'The small red wool bag.', 'I do not know.'][seed % 3]);
    const rows = await Promise.all(cases.map(async (one) => row(one, await play(one, model))));
    const written = {
      directory,
      rows: [...rows].reverse(),
      cases,
      run: 'train-data-1-abcdef',
      seed: 1,
      models: { assistant: 'scripted' },
      isPocket: true,
      settings: DATA_SETTINGS,
      margin: 0.05,
      inputs,
    };
    const card = writeData(written);
    expect(card.files['sft.trl.jsonl']).toBeGreaterThan(5);
    expect(card.files['dpo.trl.jsonl']).toBeGreaterThan(0);
    expect(card.warnings).toEqual(expect.arrayContaining([expect.stringContaining('fewer than 10')]));
    expect(JSON.parse(readFileSync(join(directory, 'card.json'), 'utf8'))).toEqual(card);
    expect(readFileSync(join(directory, 'card.md'), 'utf8')).toContain('R* = success');
    const checker = fileURLToPath(new URL('../../../../examples/fine-tune/check_records.py', import.meta.url));
    const said = execFileSync('python3', [checker, directory], { encoding: 'utf8' });
    expect(said).toContain(`dpo.trl.jsonl: ${card.files['dpo.trl.jsonl']} records`);
  });
});
