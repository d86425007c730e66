import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ForgetfulMap } from './forgetful-map.ts';

it('agrees with a plain list of (key, value, last use) that is trimmed by hand', () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 6 }),
    set: fc.boolean(),
    wait: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = 0;
      const map = new ForgetfulMap<number>({ most: 3, idle: 7 }, () => now);
      let list: { key: string; value: number; used: number }[] = [];
      for (const [value, { key: number, set, wait }] of steps.entries()) {
        now += wait;
        const key = String(number);
        const found = list.find((entry) => entry.key === key && now - entry.used <= 7);
        if (set) {
          list = [...list.filter((entry) => entry.key !== key), { key, value, used: now }];
          list = list.filter((entry) => now - entry.used <= 7).slice(-3);
          map.set(key, value);
          expect(map.size).toBeLessThanOrEqual(3);
        } else {
          expect(map.get(key)).toBe(found?.value);
          list = list.filter((entry) => entry.key !== key);
          if (found) list.push({ ...found, used: now });
        }
      }
    }),
  );
});
