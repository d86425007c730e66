/**
 * A graph of ONNX operators under construction, and its bytes.
 *
 * Source: the ONNX format, onnx.proto3, IR version 8, operator set 17; field numbers are those of that file.
 * @module
 */
import { Wire } from './wire.ts';

/** Kinds of numbers, by the number that ONNX gives them. */
export const ELEMENT = { float32: 1, int32: 6, int64: 7, bool: 9 } as const;

/** A kind of numbers. */
export type Element = keyof typeof ELEMENT;

/** An array that the graph takes, computes or holds. */
export interface Value {
  readonly name: string;
  /** Static: sizes of all dimensions. */
  readonly shape: readonly number[];
  readonly element: Element;
}

/** An operator's attribute: a whole number, a list of them, a float (written as `{ float }`) or a word. */
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number } | string>>;

/** What one output of an operator looks like; float32 unless given. */
export interface OutputShape {
  readonly shape: readonly number[];
  readonly element?: Element;
}

const IR_VERSION = 8;
const OPERATOR_SET = 17;

/** A graph. Operators are added in the order in which they run. */
export class Graph {
  readonly #inputs: Value[] = [];
  readonly #outputs: Value[] = [];
  readonly #nodes: Wire[] = [];
  readonly #constants: Wire[] = [];
  readonly #known = new Map<string, Value>();
  #count = 0;

  /** An array that is given at each run. */
  input(name: string, shape: readonly number[], element: Element = 'float32'): Value {
    const value = { name, shape, element };
    this.#inputs.push(value);
    return value;
  }

  /** An array that is part of the graph. Equal small ones are stored once. */
  constant(data: Float32Array | Int32Array | BigInt64Array, shape: readonly number[]): Value {
    const element: Element = data instanceof Float32Array ? 'float32' : data instanceof Int32Array ? 'int32' : 'int64';
    const key = data.length <= 16 ? `${element} ${shape} ${data}` : undefined;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known) return known;
    const value = { name: `constant/${this.#count++}`, shape, element };
    const tensor = new Wire();
    for (const size of shape) tensor.int(1, size);
    tensor.int(2, ELEMENT[element]).bytes(8, value.name);
    tensor.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice());
    this.#constants.push(tensor);
    if (key !== undefined) this.#known.set(key, value);
    return value;
  }

  /** A single number as a constant. */
  scalar(value: number): Value {
    return this.constant(Float32Array.of(value), []);
  }

  /** A list of int64, as operators take shapes, axes and indices. */
  list(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length]);
  }

  /** Adds an operator of one output. */
  node(operator: string, inputs: readonly Value[], output: OutputShape, attributes: Attributes = {}): Value {
    return this.nodes(operator, inputs, [output], attributes)[0];
  }

  /** Adds an operator of several outputs. */
  nodes(
    operator: string,
    inputs: readonly Value[],
    outputs: readonly OutputShape[],
    attributes: Attributes = {},
  ): readonly Value[] {
    const values = outputs.map(
      ({ shape, element = 'float32' }): Value => ({ name: `value/${this.#count++}`, shape, element }),
    );
    const node = new Wire();
    for (const { name } of inputs) node.bytes(1, name);
    for (const { name } of values) node.bytes(2, name);
    node.bytes(4, operator);
    for (const [name, value] of Object.entries(attributes)) node.bytes(5, attribute(name, value));
    this.#nodes.push(node);
    return values;
  }

  /** Makes a value readable after a run, under a name. */
  output(name: string, value: Value): void {
    const renamed = this.node('Identity', [value], value);
    const last = this.#nodes.pop();
    if (!last) throw new Error('unreachable');
    this.#nodes.push(new Wire().bytes(1, value.name).bytes(2, name).bytes(4, 'Identity'));
    this.#outputs.push({ ...renamed, name });
  }

  /** The model file. */
  toBytes(): Uint8Array {
    const graph = new Wire();
    for (const node of this.#nodes) graph.bytes(1, node);
    graph.bytes(2, 'sente');
    for (const constant of this.#constants) graph.bytes(5, constant);
    for (const value of this.#inputs) graph.bytes(11, described(value));
    for (const value of this.#outputs) graph.bytes(12, described(value));
    return new Wire()
      .int(1, IR_VERSION)
      .bytes(2, 'sente')
      .bytes(7, graph)
      .bytes(8, new Wire().bytes(1, '').int(2, OPERATOR_SET))
      .finish();
  }
}

const TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

function attribute(name: string, value: Attributes[string]): Wire {
  const wire = new Wire().bytes(1, name);
  if (typeof value === 'string') return wire.bytes(4, value).int(20, TYPE.string);
  if (typeof value === 'number') return wire.int(3, value).int(20, TYPE.int);
  if ('float' in value) return wire.float(2, value.float).int(20, TYPE.float);
  for (const one of value) wire.int(8, one);
  return wire.int(20, TYPE.ints);
}

function described({ name, shape, element }: Value): Wire {
  const dimensions = new Wire();
  for (const size of shape) dimensions.bytes(1, new Wire().int(1, size));
  const tensor = new Wire().int(1, ELEMENT[element]).bytes(2, dimensions);
  return new Wire().bytes(1, name).bytes(2, new Wire().bytes(1, tensor));
}
