import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImaginedIntent } from '../session/session.ts';
import { followIntents, intentsLeft } from './follow-intents.ts';

const intent = (id: string, weight: number): ImaginedIntent => ({
  id,
  wants: `wants ${id}`,
  good: '',
  next: '',
  weight,
});
const fresh = (wants: string, weight: number) => ({ wants, good: '', next: '', weight });
const weights = (intents: readonly ImaginedIntent[]) =>
  intents.map(({ id, weight }) => [id, Number(weight.toFixed(3))]);

describe('imagined intents', () => {
  it('start from the shares that the reader gave', () => {
    const first = followIntents([], { kind: 'new', fits: [], imagined: [fresh('a', 0.6), fresh('b', 0.2)] }, 5);
    expect(weights(first)).toEqual([
      ['i1', 0.75],
      ['i2', 0.25],
    ]);
  });

  it('are weighed by Bayes: w ∝ w · fit', () => {
    const earlier = [intent('i1', 0.5), intent('i2', 0.5)];
    expect(weights(followIntents(earlier, { kind: 'reply', fits: [0.9, 0.1], imagined: [] }, 5))).toEqual([
      ['i1', 0.9],
      ['i2', 0.1],
    ]);
  });

  it('lose what hardly fits any more, and are topped up beside what stays', () => {
    const earlier = [intent('i1', 0.9), intent('i2', 0.1)];
    const after = followIntents(earlier, { kind: 'more', fits: [1, 0.01], imagined: [fresh('c', 0.3)] }, 5);
    expect(after.map(({ id }) => id)).toEqual(['i1', 'i3']);
    expect(after[1].weight).toBeCloseTo(0.3 / (0.3 + 0.9), 2);
  });

  it('make room for new ones when nothing earlier fits', () => {
    const after = followIntents([intent('i1', 1)], { kind: 'change', fits: [0], imagined: [fresh('c', 1)] }, 5);
    expect(after[0].id).toBe('i2');
    expect(after[0].weight).toBeGreaterThan(0.95);
  });

  it('are none when everybody has what they wanted', () => {
    const earlier = [intent('i1', 0.7), intent('i2', 0.3)];
    expect(followIntents(earlier, { kind: 'talk', fits: [0, 0], imagined: [] }, 5)).toEqual([]);
    expect(followIntents(earlier, { kind: 'talk', fits: [0, 0.4], imagined: [] }, 5)[0].id).toBe('i2');
    expect(
      followIntents(earlier, { kind: 'talk', fits: [1, 1], imagined: [fresh('to say goodbye', 1)] }, 5),
    ).toMatchObject([{ wants: 'to say goodbye', weight: 1 }]);
  });

  it('are made more complete in place, several heirs dividing the weight', () => {
    const earlier = [intent('i1', 0.8), intent('i2', 0.2)];
    const imagined = [
      { ...fresh('a in blue', 0.9), was: 'i1' },
      { ...fresh('a in red', 0.3), was: 'i1' },
    ];
    const after = followIntents(earlier, { kind: 'more', fits: [1, 1], imagined }, 5);
    expect(after.map(({ id, wants, weight }) => [id, wants, Number(weight.toFixed(2))])).toEqual([
      ['i1', 'a in blue', 0.6],
      ['i1.2', 'a in red', 0.2],
      ['i2', 'wants i2', 0.2],
    ]);
  });

  it('have ids of their own when one is made more complete turn after turn', () => {
    let now = [intent('i1', 0.5), intent('i2', 0.5)];
    for (const turn of [1, 2, 3]) {
      const heirs = ['red', 'blue'].map((colour) => ({ ...fresh(`${colour} ${turn}`, 0.4), was: 'i1' }));
      const imagined = [...heirs, fresh(`another ${turn}`, 0.2)];
      now = [...followIntents(now, { kind: 'more', fits: now.map(() => 1), imagined }, 12)];
    }
    const ids = now.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['i1', 'i1.2', 'i1.3', 'i1.4', 'i2', 'i3', 'i4', 'i5']));
  });

  it('are forgotten with another request, and stay when it imagines nobody', () => {
    const earlier = [intent('i1', 1)];
    expect(
      followIntents(earlier, { kind: 'new', fits: [1], imagined: [fresh('c', 1)] }, 5).map(({ id }) => id),
    ).toEqual(['i2']);
    expect(followIntents(earlier, { kind: 'new', fits: [1], imagined: [] }, 5)).toEqual(earlier);
  });

  it('always sum to 1, at most so many, likeliest first, with ids of their own', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { maxLength: 6 }),
        fc.array(share, { maxLength: 6 }),
        fc.array(share, { maxLength: 6 }),
        (own, fits, more) => {
          const total = own.reduce((sum, weight) => sum + weight, 0);
          const earlier = total > 0 ? own.map((weight, i) => intent(`i${i + 1}`, weight / total)) : [];
          const after = followIntents(
            earlier,
            { kind: 'more', fits, imagined: more.map((w, i) => fresh(`new ${i}`, w)) },
            4,
          );
          if (more.length === 0 && earlier.every((_, i) => (fits[i] ?? 1) <= 0.02)) {
            expect(after).toEqual([]);
            return;
          }
          expect(after.length).toBeGreaterThan(0);
          expect(after.length).toBeLessThanOrEqual(4);
          expect(after.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
          expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
          expect(after.map(({ weight }) => weight)).toEqual(after.map(({ weight }) => weight).sort((a, b) => b - a));
          expect(intentsLeft(after)).toBeGreaterThan(0.999);
        },
      ),
    );
  });
});
