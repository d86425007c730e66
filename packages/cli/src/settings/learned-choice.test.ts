import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointError, type LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../failure.ts';
import { judgedPolicy } from './judged-policy.test.support.ts';
import { learnedChoice } from './learned-choice.ts';
import { savePolicy } from './policy-files.ts';
import { shellWord } from './shell-word.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-choice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const judged = (learned: number): LearnedPolicy => judgedPolicy(learned, 4);
/** Whether a learned policy decides, and what was said, with `policy` beside `shop.csv`. */
function choice(named: string | undefined, policy: LearnedPolicy) {
  savePolicy(join(folder, 'shop.policy'), policy);
  const said: string[] = [];
  const chosen = learnedChoice(named, join(folder, 'shop.csv'), { say: (text) => said.push(text) });
  return { isLearned: chosen !== undefined, said: said.join('') };
}

it('is the policy beside the table', () => {
  expect(choice('learned', judged(0.99))).toEqual({ isLearned: true, said: '' });
  expect(choice('planned', judged(0.99))).toEqual({ isLearned: false, said: '' });
  expect(choice(undefined, judged(0.99))).toEqual({ isLearned: false, said: '' });
});

it('is planning where that policy did clearly worse, and says what to do', () => {
  const { isLearned, said } = choice('learned', judged(0.9));
  expect(isLearned).toBe(false);
  expect(said).toContain('(R* 0.90 on average, planning 1.00), so planning decides.');
  expect(said).toContain(`sente train policy --catalog ${join(folder, 'shop.csv')} --seed 5 --preset full`);
  expect(said).toContain(`--policy ${join(folder, 'shop.policy')}.json\n`);
});

it('advises commands that can be copied, also where a path has spaces', () => {
  const shop = join(folder, 'my shop');
  savePolicy(join(shop, 'a.policy'), judged(0.9));
  let said = '';
  learnedChoice('learned', join(shop, 'a.csv'), { say: (text) => (said += text) });
  expect(said).toContain(`--catalog ${shellWord(join(shop, 'a.csv'))} --seed 5`);
  expect(said).toContain(`--policy ${shellWord(join(shop, 'a.policy.json'))}\n`);
  expect(said).not.toContain(` ${join(shop, 'a.csv')} `);
});

it('says that the policy that ships decides where none lies beside the table', () => {
  let said = '';
  const table = join(folder, 'other.csv');
  const say = (text: string): string => (said += text);
  expect(learnedChoice('learned', table, { say, shipped: madePolicy })).toBeDefined();
  expect(said).toBe(
    `No policy lies beside ${table}: the one that comes with Sente decides. One for this table: sente train policy --catalog ${table}\n`,
  );
});

it('is a policy that was named, however it did', () => {
  expect(choice(join(folder, 'shop.policy.json'), judged(0.9))).toEqual({ isLearned: true, said: '' });
});

it('says what to do where the policy that ships cannot be read', () => {
  const choose = (shipped: () => LearnedPolicy) =>
    learnedChoice('learned', join(folder, 'other.csv'), { say: () => {}, shipped });
  expect(choose(() => madePolicy())).toBeDefined();
  const missing = (): never => {
    throw new CheckpointError('policy.json is not there');
  };
  expect(() => choose(missing)).toThrow(UsageError);
  expect(() => choose(missing)).toThrow(`sente train policy --catalog ${join(folder, 'other.csv')}`);
  expect(() =>
    choose(() => {
      throw new RangeError('ours');
    }),
  ).toThrow(RangeError);
});
