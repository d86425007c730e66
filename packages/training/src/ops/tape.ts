/**
 * Reverse-mode differentiation over a graph: operators are added in order, each with the rule that takes the gradient of
 * its result back to its inputs; the rules are then run in reverse, and add operators to the same graph.
 *
 *   for y = f(x₁ … xₙ):   ∂L/∂xᵢ += (∂y/∂xᵢ)ᵀ ∂L/∂y
 *
 * Source: Griewank & Walther 2008, "Evaluating Derivatives", chapter 3.
 * @module
 */
import { type Attributes, Graph, type OutputShape, type Value } from '../graph/graph.ts';

/** Takes the gradient of a result back: adds to the gradients of the inputs. */
type Rule = (gradient: Value) => void;

/** A graph with its derivatives. */
export class Tape {
  readonly graph: Graph = new Graph();
  readonly #rules: { readonly of: Value; readonly rule: Rule }[] = [];
  readonly #gradients = new Map<string, Value>();

  /** Adds an operator without a rule. */
  op(operator: string, inputs: readonly Value[], shape: readonly number[], attributes: Attributes = {}): Value {
    return this.graph.node(operator, inputs, { shape }, attributes);
  }

  /** Adds an operator of several outputs without a rule. */
  ops(
    operator: string,
    inputs: readonly Value[],
    outputs: readonly OutputShape[],
    attributes: Attributes = {},
  ): readonly Value[] {
    return this.graph.nodes(operator, inputs, outputs, attributes);
  }

  /** Gives a result its rule. */
  differentiate(of: Value, rule: Rule): Value {
    this.#rules.push({ of, rule });
    return of;
  }

  /** Adds to the gradient of a value. */
  add(value: Value, gradient: Value): void {
    const before = this.#gradients.get(value.name);
    this.#gradients.set(value.name, before ? this.op('Add', [before, gradient], value.shape) : gradient);
  }

  /** Runs all rules in reverse. Called once, with the gradient of the last result already added. */
  backward(): void {
    for (const { of, rule } of [...this.#rules].reverse()) {
      const gradient = this.#gradients.get(of.name);
      if (gradient) rule(gradient);
    }
  }

  /** The gradient of a value; throws when nothing depends on it. */
  gradient(value: Value): Value {
    const found = this.#gradients.get(value.name);
    if (!found) throw new Error(`nothing depends on ${value.name}`);
    return found;
  }
}

/** Lays an array out anew, in the same order. Changes no numbers, so it needs no rule where it is used within a rule. */
export function reshaped(tape: Tape, value: Value, shape: readonly number[]): Value {
  return tape.op('Reshape', [value, tape.graph.list(shape)], shape);
}

/** Changes the order of the axes. */
export function permuted(tape: Tape, value: Value, perm: readonly number[]): Value {
  return tape.op(
    'Transpose',
    [value],
    perm.map((axis) => value.shape[axis]),
    { perm },
  );
}

/** Sums over axes, which are left out of the shape. */
export function summed(tape: Tape, value: Value, axes: readonly number[]): Value {
  const shape = value.shape.filter((_, axis) => !axes.includes(axis));
  return tape.op('ReduceSum', [value, tape.graph.list(axes)], shape, { keepdims: 0 });
}
