import { describe, expect, it } from 'vitest';
import { BudgetSpentError, createMeter } from './meter.ts';

function usage(input: number | undefined, output: number | undefined) {
  return {
    inputTokens: { total: input, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: output, text: undefined, reasoning: undefined },
  };
}

describe('createMeter', () => {
  it('counts what the provider counted, in money too', () => {
    const meter = createMeter({}, { input: 2, output: 10 }, () => 0);
    meter.begin('prompt').answered(usage(1000, 500), 'reply');
    expect(meter.usage()).toEqual({ calls: 1, inputTokens: 1000, outputTokens: 500, money: 0.007 });
  });

  it('estimates 4 characters a token where the provider did not count', () => {
    const meter = createMeter({}, undefined, () => 0);
    meter.begin('p'.repeat(41)).answered(usage(undefined, undefined), 'r'.repeat(8));
    meter.begin('p'.repeat(4)).answered(usage(0, 0), 'r');
    expect(meter.usage()).toEqual({ calls: 2, inputTokens: 12, outputTokens: 3, money: 0 });
  });

  it('says which limit a call would pass', () => {
    const calls = createMeter({ calls: 1 }, undefined, () => 0);
    calls.begin('x');
    expect(() => calls.begin('x')).toThrow(
      expect.objectContaining({ name: 'BudgetSpentError', limit: 'calls', allowed: 1, used: 2 }),
    );
    const tokens = createMeter({ tokens: 100 }, undefined, () => 0);
    tokens.begin('x').answered(usage(60, 30), 'y');
    tokens.begin('x'.repeat(40)).refused();
    expect(() => tokens.begin('x'.repeat(41))).toThrow(expect.objectContaining({ limit: 'tokens', used: 101 }));
    const money = createMeter({ money: 1 }, { input: 1, output: 1e6 }, () => 0);
    money.begin('x').answered(usage(1, 1), 'y');
    expect(() => money.begin('x')).toThrow(/budget\.money/);
  });

  it('counts time from its making', () => {
    let now = 50;
    const meter = createMeter({ milliseconds: 100 }, undefined, () => now);
    now = 149;
    expect(meter.left()).toBe(1);
    meter.begin('x');
    now = 150;
    expect(() => meter.begin('x')).toThrow(BudgetSpentError);
  });

  it('counts calls under way, and forgets those that were refused', () => {
    const meter = createMeter({ calls: 1 }, undefined, () => 0);
    const call = meter.begin('abcd');
    expect(() => meter.begin('x')).toThrow(BudgetSpentError);
    call.refused();
    expect(meter.usage()).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0, money: 0 });
    meter.begin('abcd').brokenOff();
    expect(meter.usage()).toEqual({ calls: 1, inputTokens: 1, outputTokens: 0, money: 0 });
  });
});
