import { describe, expect, it } from 'vitest';
import type { AllowedCall } from './run-budget.ts';
import { BudgetReachedError, createRunBudget, PriceUnknownError } from './run-budget.ts';

const prices = { input: 1, output: 10 };
const call = { model: 'm', input: 1000, prices };
const begin = (budget: ReturnType<typeof createRunBudget>, one = call): AllowedCall => budget.begin(one) as AllowedCall;

describe('budget of a run', () => {
  it('stops before the call that would not fit, in calls, tokens and dollars', () => {
    const calls = createRunBudget({ calls: 2 });
    begin(calls).answered(1, 1);
    begin(calls).failed();
    begin(calls).answered(1, 1);
    expect(() => begin(calls)).toThrow(/budget of 2 calls is spent \(2 so far.*--resume/);
    const tokens = createRunBudget({ tokens: 3500 });
    begin(tokens).answered(1000, 200);
    begin(tokens).answered(1000, 200);
    expect(() => begin(tokens)).toThrow(BudgetReachedError);
    // A thousand tokens in and a hundred out: $0.002.
    const money = createRunBudget({ money: 0.0055 });
    begin(money).answered(1000, 100);
    begin(money).answered(1000, 100);
    expect(() => begin(money)).toThrow(/\$0.0055 is spent \(\$0.004 so far/);
  });

  it('counts calls under way, so that calls made side by side do not all pass for the last one', () => {
    const budget = createRunBudget({ tokens: 2500 });
    const first = begin(budget);
    begin(budget).brokenOff();
    expect(() => begin(budget)).toThrow(BudgetReachedError);
    first.failed();
    begin(budget).answered(1000, 0);
  });

  it('goes on from what earlier sittings spent', () => {
    const budget = createRunBudget({ money: 1 }, { calls: 9, input: 9, output: 9, usd: 0.9995 });
    expect(() => begin(budget)).toThrow(BudgetReachedError);
    begin(createRunBudget({ money: 2 }, { calls: 9, input: 9, output: 9, usd: 0.9995 }));
  });

  it('does not pretend to hold a budget in dollars without prices', () => {
    expect(() => createRunBudget({ money: 1 }).begin({ model: 'openai:m', input: 1 })).toThrow(PriceUnknownError);
    expect(() => createRunBudget({ money: 1 }).begin({ model: 'openai:m', input: 1 })).toThrow(/`openai:m`/);
    createRunBudget({ money: 1 }).begin({ model: 'own', input: 1, prices: { input: 0, output: 0 } });
  });
});
