import { bagName, fits, isHeldOut, openness, SITUATIONS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { boundaryCases, type RequestCase } from './cases.ts';
import { restated } from './ledger.ts';
import { PIECES_SETTINGS, type PiecesCase } from './pieces.ts';
import { messagesOf } from './pieces-talk.ts';
import { understood } from './read-wishes.ts';

const requests = async (options: Parameters<typeof boundaryCases>[0]): Promise<readonly RequestCase[]> =>
  (await boundaryCases(options)).filter((one): one is RequestCase => one.kind === 'request');
const pieces = async (options: Parameters<typeof boundaryCases>[0]): Promise<readonly PiecesCase[]> =>
  (await boundaryCases(options)).filter((one): one is PiecesCase => one.kind === 'pieces');

describe('boundaryCases', () => {
  it('fills the 36 cells alike, and as nearly so as a number of cases allows', async () => {
    const counts = Map.groupBy(await requests({ seed: 1, perCell: 3 }), ({ situation }) => situation);
    expect(counts.size).toBe(36);
    for (const some of counts.values()) expect(some).toHaveLength(3);
    const all = await boundaryCases({ seed: 1, cases: 100 });
    expect(new Set(all.map(({ id, group }) => group ?? id)).size).toBe(100);
    const few = Map.groupBy(await requests({ seed: 1, cases: 100 }), ({ situation }) => situation);
    for (const some of few.values()) expect([2, 3]).toContain(some.length);
  });

  it('leaves open what the level says, of bags that are held out', async () => {
    const fitting = { closed: 1, narrow: 2, open: 4, wide: 4 };
    for (const { wishes, target, situation, answers } of await requests({ seed: 2, perCell: 8 })) {
      expect(openness(wishes)).toBe(fitting[situation.openness]);
      expect(fits(target, wishes)).toBe(true);
      expect(isHeldOut(target)).toBe(true);
      if (situation.reliability === 'unsure') expect(answers).toEqual([]);
      for (const attribute of answers) expect(wishes[attribute].length).toBeGreaterThan(1);
    }
    const any = await requests({ seed: 2, perCell: 8, targets: 'any' });
    expect(any.some(({ target }) => !isHeldOut(target))).toBe(true);
  });

  it('has half-sure users answer three in five questions, and sure ones nearly all', async () => {
    const open = (await requests({ seed: 4, perCell: 150 })).filter(({ situation }) => situation.openness === 'open');
    const share = (level: string): number => {
      const some = open.filter(({ situation }) => situation.reliability === level);
      return some.filter(({ answers }) => answers.length > 0).length / some.length;
    };
    expect(share('half-sure')).toBeGreaterThan(0.53);
    expect(share('half-sure')).toBeLessThan(0.67);
    expect(share('sure')).toBeGreaterThan(0.9);
  });

  it('has one best act and one margin in each cell', async () => {
    const cells = Map.groupBy(await requests({ seed: 6, perCell: 10 }), ({ situation }) => situation);
    for (const some of cells.values()) {
      expect(new Set(some.map(({ best }) => best)).size).toBe(1);
      for (const { margin } of some) expect(margin).toBeCloseTo(some[0].margin, 10);
    }
    expect(cells.size).toBe(SITUATIONS.length);
  });

  it('says the same of a request in every setting, one attribute a piece', async () => {
    for (const [, settings] of Map.groupBy(await pieces({ seed: 3, pieces: 40 }), ({ group }) => group)) {
      expect(settings.map(({ cell }) => cell)).toEqual(PIECES_SETTINGS);
      for (const one of settings) {
        const { texts, isAnew } = messagesOf(one);
        const all = isAnew ? texts.slice(-1) : texts;
        for (const wishes of [understood(all), understood(one.pieces), understood([one.whole]), one.wishes.at(-1)!]) {
          expect(openness(wishes)).toBe(1);
          expect(fits(one.target, wishes)).toBe(true);
        }
        expect(one.pieces.map((_, at) => understood(one.pieces.slice(0, at + 1)))).toEqual(one.wishes);
      }
      const ledger = messagesOf(settings.at(-1)!).texts.at(-1)!;
      expect(ledger).toContain(`i want a ${bagName(settings[0].target)} .`);
    }
  });

  it('restates what is taken back, and what the user says of its certainty', () => {
    expect(restated(['do you sell red bags ? very certain am i .', 'not red , make it blue .'])).toBe(
      'i want a blue bag . very certain am i .',
    );
  });

  it('is told by its seed, and has no data', async () => {
    expect(await boundaryCases({ seed: 9, cases: 30 })).toEqual(await boundaryCases({ seed: 9, cases: 30 }));
    expect(await boundaryCases({ seed: 9, cases: 30 })).not.toEqual(await boundaryCases({ seed: 8, cases: 30 }));
    await expect(boundaryCases({ seed: 1, data: 'x.json' })).rejects.toThrow('without data');
  });
});
