import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@sente/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { ProbeDataError } from '../../probe/probe.ts';
import { casinoCases } from './casino-cases.ts';
import { readCasino } from './read-casino.ts';

const folder = mkdtempSync(join(tmpdir(), 'casino-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Made {
  readonly id: number;
  readonly happy: boolean;
  readonly lines?: readonly string[];
  readonly satisfaction?: string;
}

/** A made negotiation: those who end happy exclaim. */
function made({ id, happy, lines, satisfaction }: Made): object {
  const said =
    lines ??
    Array.from({ length: 4 + (id % 5) }, (_, k) => (happy ? `Lovely, take number ${k}!` : `I object to point ${k}.`));
  return {
    dialogue_id: id,
    chat_logs: [
      ...said.map((text, k) => ({ text, task_data: {}, id: k % 2 ? 'a2' : 'a1' })),
      { text: 'Submit-Deal', task_data: {}, id: 'a1' },
      { text: 'Accept-Deal', task_data: {}, id: 'a2' },
    ],
    participant_info: {
      a1: { outcomes: { points_scored: 20, satisfaction: 'Extremely satisfied' } },
      a2: {
        outcomes: { points_scored: 10, satisfaction: satisfaction ?? (happy ? 'Slightly satisfied' : 'Undecided') },
      },
    },
  };
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const many = (count: number, from = 0): object[] =>
  Array.from({ length: count }, (_, i) => made({ id: from + i, happy: i % 3 > 0 }));

describe('reading', () => {
  it('cuts at the deal, leaves out short ones, and asks that both be satisfied', () => {
    const path = write('one.json', [
      made({ id: 1, happy: true }),
      made({ id: 2, happy: false }),
      made({ id: 3, happy: true, lines: ['a', 'b', 'c'] }),
    ]);
    const [{ negotiations }] = readCasino(path);
    expect(negotiations.map(({ id, bothSatisfied }) => [id, bothSatisfied])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    expect(negotiations[0].lines.map(({ speaker }) => speaker)).toEqual([1, 2, 1, 2, 1]);
    expect(negotiations[0].lines.some(({ text }) => text.includes('Deal'))).toBe(false);
  });

  it('says where data are wrong', () => {
    const path = write('wrong.json', [made({ id: 1, happy: true }), made({ id: 2, happy: true, satisfaction: 'Meh' })]);
    expect(() => readCasino(path)).toThrow(ProbeDataError);
    expect(() => readCasino(path)).toThrow(/wrong\.json, dialogue 2: participant_info\.a2\.outcomes\.satisfaction/);
    expect(() => readCasino(write('other.json', { a: 1 }))).toThrow(/other\.json: is not CaSiNo/);
    expect(() => readCasino(join(folder, 'none.json'))).toThrow(/none\.json: is not there/);
    writeFileSync(join(folder, 'broken.json'), '[{');
    expect(() => readCasino(join(folder, 'broken.json'))).toThrow(/broken\.json: is no JSON/);
  });
});

describe('cases', () => {
  it('forecast each dialogue at three rising places', () => {
    const cases = casinoCases({ data: write('cv.json', many(60)), seed: 1 });
    expect(cases).toHaveLength(60);
    for (const { shown, lines, rules } of cases) {
      expect(shown).toHaveLength(3);
      expect([...shown].sort((a, b) => a - b)).toEqual(shown);
      expect(shown[0]).toBeGreaterThanOrEqual(2);
      expect(shown[2]).toBeLessThanOrEqual(lines.length);
      expect(rules.features.every((p) => p >= 0 && p <= 1)).toBe(true);
    }
  });

  it('let the rule learn what is on the surface, from other dialogues', () => {
    const cases = casinoCases({ data: write('cv.json', many(60)), seed: 1 });
    const errors = cases.flatMap(({ outcome, rules }) => rules.features.map((p) => (p - Number(outcome)) ** 2));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.05);
  });

  it('never let it learn from the dialogue itself', () => {
    // Outcomes drawn by lot: what was seen would be remembered, what was not cannot be known.
    const random = createRandom(3);
    const data = write(
      'lot.json',
      Array.from({ length: 60 }, (_, id) =>
        made({
          id,
          happy: random.next() < 0.5,
          lines: Array.from({ length: 6 }, () => 'x'.repeat(1 + random.integer(20))),
        }),
      ),
    );
    const cases = casinoCases({ data, seed: 1 });
    const errors = cases.flatMap(({ outcome, rules }) => rules.features.map((p) => (p - Number(outcome)) ** 2));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeGreaterThan(0.22);
  });

  it('fit to the training file beside a validation file, and to the others of a directory by split', () => {
    write('casino_train.json', many(40));
    const valid = write('casino_valid.json', many(6, 1000));
    const beside = casinoCases({ data: valid, seed: 1 });
    expect(beside.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `casino-${1000 + i}`));
    expect(beside[0].rules.base).toBeCloseTo(26 / 40, 12);
    expect(() => casinoCases({ data: valid, seed: 1, split: 'dev' })).toThrow(/no file of the split “dev”/);
    expect(() => casinoCases({ data: write('few.json', many(6)), seed: 1 })).toThrow(/too few/);
  });

  it('draw as many as are asked for, the same for the same seed', () => {
    const data = write('cv.json', many(60));
    const draw = (seed: number): string[] => casinoCases({ data, seed, cases: 7 }).map(({ id }) => id);
    expect(draw(1)).toHaveLength(7);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
