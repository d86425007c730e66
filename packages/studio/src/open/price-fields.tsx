/**
 * Prices of the model and of the planner: optional, to see costs in money.
 * @module
 */
import { Field } from './field.tsx';
import type { Typed } from './typed-model.ts';

/** The fields; a planner's where there is one. */
export function PriceFields({
  typed,
  hasPlanner,
  put,
}: {
  typed: Typed;
  hasPlanner: boolean;
  put: (name: keyof Typed) => (event: { target: { value: string } }) => void;
}) {
  return (
    <details className="set-up-prices">
      <summary>Prices, to see costs in money</summary>
      <fieldset>
        <legend className="small">Model, per million tokens</legend>
        <Field id="price-in" inputMode="decimal" label="read" onChange={put('input')} value={typed.input} />
        <Field id="price-out" inputMode="decimal" label="written" onChange={put('output')} value={typed.output} />
      </fieldset>
      {hasPlanner && (
        <fieldset>
          <legend className="small">Planner, per million tokens</legend>
          <Field
            id="planner-in"
            inputMode="decimal"
            label="read"
            onChange={put('plannerInput')}
            value={typed.plannerInput}
          />
          <Field
            id="planner-out"
            inputMode="decimal"
            label="written"
            onChange={put('plannerOutput')}
            value={typed.plannerOutput}
          />
        </fieldset>
      )}
    </details>
  );
}
