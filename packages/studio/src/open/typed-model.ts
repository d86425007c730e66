/**
 * A model as it is typed in, and what that means.
 * @module
 */
import type { ModelChoice, Prices, ShownModel } from '../api/open-types.ts';

/** As typed, field by field. */
export interface Typed {
  readonly id: string;
  readonly planner: string;
  readonly key: string;
  readonly input: string;
  readonly output: string;
  readonly plannerInput: string;
  readonly plannerOutput: string;
}

/** Both prices, or none. */
function pricesOf(input: string, output: string): Prices | null {
  if (input.trim() === '' && output.trim() === '') return null;
  return { input: Number(input) || 0, output: Number(output) || 0 };
}

/** What the fields mean. */
export function choiceOf(typed: Typed): ModelChoice {
  return {
    id: typed.id.trim(),
    planner: typed.planner.trim() || null,
    prices: pricesOf(typed.input, typed.output),
    plannerPrices: pricesOf(typed.plannerInput, typed.plannerOutput),
    ...(typed.key.trim() !== '' && { key: typed.key }),
  };
}

/** An ID that came back without its query, which may hold a key, is to be typed anew. */
function whole(id: string | null | undefined): string {
  return id == null || id.includes('?…') ? '' : id;
}

/** The fields for a model that is set, or empty ones. */
export function startingFrom(model: ShownModel | null): Typed {
  const text = (price: number | undefined) => (price === undefined ? '' : String(price));
  return {
    id: whole(model?.id),
    planner: whole(model?.planner),
    key: '',
    input: text(model?.prices?.input),
    output: text(model?.prices?.output),
    plannerInput: text(model?.plannerPrices?.input),
    plannerOutput: text(model?.plannerPrices?.output),
  };
}
