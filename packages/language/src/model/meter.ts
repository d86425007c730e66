/**
 * What calls use up, and the budget that they stay within.
 * @module
 */
import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Budget, Prices, Usage } from './caller.ts';

/** Thrown before a call that the budget does not allow, and in place of one that ran out of time. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';
  readonly limit: keyof Budget;
  readonly allowed: number;
  /** What is used up, with the call that was not made where the limit is tokens or money. */
  readonly used: number;

  constructor(limit: keyof Budget, allowed: number, used: number) {
    super(
      `The budget of ${allowed} ${limit === 'money' ? 'in money' : limit} does not allow this call (it would come to ${Number(used.toPrecision(6))}). ` +
        `Raise \`budget.${limit}\`, or leave it out for no limit.`,
    );
    this.limit = limit;
    this.allowed = allowed;
    this.used = used;
  }
}

/** Tokens of a text where nobody counted them: 4 characters each, the usual rule of thumb for English. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** A call under way. */
export interface MeteredCall {
  /** It was answered. Counts that the provider did not give (or gave as 0) are estimated at 4 characters a token. */
  answered(usage: LanguageModelV4Usage | undefined, reply: string): void;
  /** It was broken off: the prompt was probably charged all the same, so its estimate counts. */
  brokenOff(): void;
  /** It was refused, so that nothing was used. */
  refused(): void;
}

/** Counts calls, tokens, money and time. */
export interface Meter {
  /**
   * Throws BudgetSpentError unless one more call with this prompt fits. The reply's length is not known before, so the
   * last call may exceed the tokens and the money by its own reply, and by no more.
   */
  begin(prompt: string): MeteredCall;
  /** Milliseconds left; infinite without a limit. */
  left(): number;
  usage(): Usage;
}

/** Time runs from now on. */
export function createMeter(budget: Budget, prices: Prices | undefined, now: () => number): Meter {
  const started = now();
  let calls = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  const price = (input: number, output: number): number =>
    prices === undefined ? 0 : (input * prices.input + output * prices.output) / 1e6;
  const check = (limit: keyof Budget, used: number): void => {
    const allowed = budget[limit];
    if (allowed !== undefined && used > allowed) throw new BudgetSpentError(limit, allowed, used);
  };
  return {
    left: () => (budget.milliseconds ?? Number.POSITIVE_INFINITY) - (now() - started),
    usage: () => ({ calls, inputTokens, outputTokens, money: price(inputTokens, outputTokens) }),
    begin(prompt) {
      const estimate = estimateTokens(prompt);
      check('calls', calls + 1);
      check('tokens', inputTokens + outputTokens + estimate);
      check('money', price(inputTokens + estimate, outputTokens));
      const elapsed = now() - started;
      if (budget.milliseconds !== undefined && elapsed >= budget.milliseconds)
        throw new BudgetSpentError('milliseconds', budget.milliseconds, elapsed);
      // Counted from the start, so that calls made side by side do not all pass for the last one allowed.
      calls += 1;
      inputTokens += estimate;
      return {
        answered(usage, reply) {
          inputTokens += (usage?.inputTokens.total || estimate) - estimate;
          outputTokens += usage?.outputTokens.total || estimateTokens(reply);
        },
        brokenOff() {},
        refused() {
          calls -= 1;
          inputTokens -= estimate;
        },
      };
    },
  };
}
