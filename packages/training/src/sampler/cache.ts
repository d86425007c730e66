/**
 * Keys and values of the tokens that were read, for many texts at once, as the graphs take them: no copies on the way.
 *
 * Attention over places that no text has reached costs as much as over others, so there is room for `span` tokens only,
 * and all is moved apart when a text needs more.
 * @module
 */
import type { ModelShape } from '@sente/pocket';
import { MASKED } from './step-graph.ts';

/** Room for tokens grows by as many. */
const GRAIN = 32;

/** A cache for `slots` texts. */
export class Cache {
  /** By layer, [slots, heads, span, d]. */
  readonly keys: readonly Float32Array[];
  readonly values: readonly Float32Array[];
  /** What is added to the scores of places: 0 where a token was read, else MASKED; [slots, span]. */
  readonly mask: Float32Array;
  readonly #shape: ModelShape;
  readonly #slots: number;
  #span = 0;

  constructor(shape: ModelShape, slots: number) {
    this.#shape = shape;
    this.#slots = slots;
    const arrays = (): Float32Array[] =>
      Array.from({ length: shape.layers }, () => new Float32Array(slots * shape.width * shape.context));
    this.keys = arrays();
    this.values = arrays();
    this.mask = new Float32Array(slots * shape.context);
    this.reset();
  }

  /** Tokens that there is room for. */
  get span(): number {
    return this.#span;
  }

  /** Forgets all texts. */
  reset(): void {
    this.#span = Math.min(GRAIN, this.#shape.context);
    for (let slot = 0; slot < this.#slots; slot++) this.clear(slot);
  }

  /** Forgets one text. Its numbers go too: hidden ones would still count if they were infinite. */
  clear(slot: number): void {
    const size = this.#shape.width * this.#span;
    for (const array of [...this.keys, ...this.values]) array.fill(0, slot * size, (slot + 1) * size);
    this.mask.fill(MASKED, slot * this.#span, (slot + 1) * this.#span);
  }

  /** Puts a text in another's place. */
  move(from: number, to: number): void {
    const size = this.#shape.width * this.#span;
    for (const array of [...this.keys, ...this.values]) array.copyWithin(to * size, from * size, (from + 1) * size);
    this.mask.copyWithin(to * this.#span, from * this.#span, (from + 1) * this.#span);
  }

  /** Keeps a token. @param projected rows of [layers, 3, heads, d]: queries, keys, values */
  write(slot: number, place: number, projected: Float32Array, row: number): void {
    const { layers, width, heads } = this.#shape;
    const d = width / heads;
    const span = this.#span;
    for (let layer = 0; layer < layers; layer++) {
      const keys = this.keys[layer];
      const values = this.values[layer];
      let from = ((row * layers + layer) * 3 + 1) * width;
      for (let head = 0; head < heads; head++) {
        let to = ((slot * heads + head) * span + place) * d;
        for (let at = 0; at < d; at++, to++, from++) {
          keys[to] = projected[from];
          values[to] = projected[from + width];
        }
      }
    }
    this.mask[slot * span + place] = 0;
  }

  /** Makes room for texts of so many tokens. */
  reach(tokens: number): void {
    if (tokens <= this.#span) return;
    const { width, heads, context } = this.#shape;
    const old = this.#span;
    this.#span = Math.min(context, Math.ceil(tokens / GRAIN) * GRAIN);
    const d = width / heads;
    for (const array of [...this.keys, ...this.values]) spread(array, this.#slots * heads, old * d, this.#span * d, 0);
    spread(this.mask, this.#slots, old, this.#span, MASKED);
  }
}

/** Moves blocks that stand behind one another apart, from the last to the first, and fills the gaps. */
function spread(array: Float32Array, blocks: number, old: number, size: number, filling: number): void {
  for (let block = blocks - 1; block >= 0; block--) {
    array.copyWithin(block * size, block * old, (block + 1) * old);
    array.fill(filling, block * size + old, (block + 1) * size);
  }
}
