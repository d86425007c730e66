/**
 * What a run may spend. It ends cleanly: the call that would go beyond is not made, and all that was paid for stays.
 * @module
 */
import type { Budget, Prices } from '@sente/language';
import type { RunCost } from '../run/probe-result.ts';

/** Thrown in place of a call that the budget does not allow. The run can be taken up again with a larger one. */
export class BudgetReachedError extends Error {
  override readonly name = 'BudgetReachedError';
  /** The command ends with this: stopped early, can be resumed. */
  readonly exitCode = 3;
  readonly limit: 'calls' | 'tokens' | 'money';
  readonly allowed: number;
  readonly spent: number;

  constructor(limit: 'calls' | 'tokens' | 'money', allowed: number, spent: number) {
    const [said, used] = limit === 'money' ? [`$${allowed}`, `$${short(spent)}`] : [`${allowed} ${limit}`, `${spent}`];
    super(
      `The budget of ${said} is spent (${used} so far; the next call would go beyond). Nothing is lost: take the run up again with --resume and a larger --budget.`,
    );
    this.limit = limit;
    this.allowed = allowed;
    this.spent = spent;
  }
}

/** A budget in money was given for a model whose prices nobody told. */
export class PriceUnknownError extends Error {
  override readonly name = 'PriceUnknownError';
  readonly exitCode = 2;
  constructor(model: string) {
    super(
      `A budget in dollars needs the prices of \`${model}\`: give them (dollars per million tokens read and written; 0 for a model of your own), or leave the budget out.`,
    );
  }
}

/** A call that is about to be made. */
interface ExpectedCall {
  readonly model: string;
  /** Tokens of the prompt, estimated. */
  readonly input: number;
  readonly prices?: Prices;
}

/** A call that was allowed. */
export interface AllowedCall {
  answered(input: number, output: number): void;
  /** It was refused or failed: nothing was used. */
  failed(): void;
  /** It was broken off: its prompt was probably charged. */
  brokenOff(): void;
}

/** Allows calls as long as they fit. Shared by all conversations of a run (and by its workers). */
export interface RunBudget {
  /** Throws BudgetReachedError or PriceUnknownError. */
  begin(call: ExpectedCall): AllowedCall | Promise<AllowedCall>;
}

/** Dollars; undefined where prices are not known. */
export function priceOf(input: number, output: number, prices: Prices | undefined): number | undefined {
  return prices && (input * prices.input + output * prices.output) / 1e6;
}

/**
 * @param limits `money` in dollars, `tokens` read and written, `calls`; a budget's `milliseconds` mean nothing here.
 * @param spent what earlier sittings of the run used up.
 */
export function createRunBudget(limits: Budget = {}, spent: RunCost = { calls: 0, input: 0, output: 0 }): RunBudget {
  let { calls, usd = 0 } = spent;
  let tokens = spent.input + spent.output;
  // What calls under way are expected to come to: their prompts, and replies as long as replies were so far.
  let [coming, comingUsd] = [0, 0];
  let [replies, replied] = [0, 0];
  const refuse = (limit: 'calls' | 'tokens' | 'money', used: number): never => {
    throw new BudgetReachedError(limit, limits[limit] ?? 0, used);
  };
  return {
    begin({ model, input, prices }) {
      const output = replies === 0 ? 0 : Math.round(replied / replies);
      const price = priceOf(input, output, prices);
      if (limits.money !== undefined && price === undefined) throw new PriceUnknownError(model);
      if (calls + 1 > (limits.calls ?? Number.POSITIVE_INFINITY)) refuse('calls', calls);
      if (tokens + coming + input + output > (limits.tokens ?? Number.POSITIVE_INFINITY)) refuse('tokens', tokens);
      if (usd + comingUsd + (price ?? 0) > (limits.money ?? Number.POSITIVE_INFINITY)) refuse('money', usd);
      calls++;
      coming += input + output;
      comingUsd += price ?? 0;
      let isOver = false;
      const end = (settle: () => void): void => {
        if (isOver) return;
        isOver = true;
        coming -= input + output;
        comingUsd -= price ?? 0;
        settle();
      };
      return {
        answered: (read, written) =>
          end(() => {
            tokens += read + written;
            usd += priceOf(read, written, prices) ?? 0;
            replies++;
            replied += written;
          }),
        failed: () =>
          end(() => {
            calls--;
          }),
        brokenOff: () =>
          end(() => {
            tokens += input;
            usd += priceOf(input, 0, prices) ?? 0;
          }),
      };
    },
  };
}

function short(money: number): number {
  return Number(money.toPrecision(4));
}
