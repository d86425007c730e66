import { expect, it } from 'vitest';
import { chooseEagerness, EAGERNESS } from './choose-eagerness.ts';
import type { Played } from './judge-policy.ts';

const COUNT = 400;

/** R\* of two kinds of users, where so much eagerness gains so much; noise that does not cancel out if `own` dice are thrown. */
function playing(gain: (eagerness: number) => number, own: boolean): (eagerness: number) => Record<string, Played> {
  const played = (kind: number, eagerness: number): Played => {
    const dice = own ? 1 + EAGERNESS.indexOf(eagerness) : 1;
    return {
      rewards: Float64Array.from(
        { length: COUNT },
        (_, n) => 1 + gain(eagerness) + Math.sin(dice * (3 + kind) * (n + 1)),
      ),
      turns: new Float64Array(COUNT),
    };
  };
  return (eagerness) => ({ exact: played(0, eagerness), noisy: played(1, eagerness) });
}

it('is the one with the highest reward, with the conversations that were played at it', () => {
  const best = EAGERNESS[2];
  const { eagerness, played } = chooseEagerness(playing((one) => -Math.abs(one - best), false));
  expect(eagerness).toBe(best);
  const mean = played.exact.rewards.reduce((sum, one) => sum + one, 0) / COUNT;
  expect(mean).toBeCloseTo(1, 1);
});

it('is none where that gains nothing, or nothing that is clear', () => {
  expect(chooseEagerness(playing((one) => -one, false)).eagerness).toBe(0);
  expect(chooseEagerness(playing((one) => one, true)).eagerness).toBe(0);
  expect(chooseEagerness(playing((one) => 100 * one, true)).eagerness).toBeGreaterThan(0);
});
