/**
 * What a shopper wants at a moment, what of it is out, and when a mind is changed. No words and no dice.
 * @module
 */
import { type Catalog, fits, type Wish } from '@sente/catalog';
import type { ChangedWish, ShopperIntent } from './shopper-intent.ts';

/** Questions of one turn that a shopper answers. */
export const MOST_ANSWERS = 3;

/** A shopper's wishes as they stand. */
export class ShopperMind {
  readonly #catalog: Catalog;
  readonly #acceptable: ReadonlySet<number>;
  /** Wishes of now by attribute, in the order in which they come out. */
  readonly #standing = new Map<number, Wish>();
  readonly #changes: ChangedWish[];
  readonly #out = new Set<number>();

  constructor(catalog: Catalog, intent: ShopperIntent) {
    this.#catalog = catalog;
    this.#acceptable = new Set(intent.acceptable);
    this.#changes = [...(intent.changes ?? [])];
    const first = new Map(this.#changes.map((change) => [change.said.attribute, change.said]));
    // What will be changed comes out early, or it would never be changed.
    const [head, ...rest] = intent.wishes;
    const others = head ? [head, ...first.values(), ...rest] : [...first.values()];
    for (const wish of others)
      if (!this.#standing.has(wish.attribute)) this.#standing.set(wish.attribute, first.get(wish.attribute) ?? wish);
  }

  /** The wish about an attribute, as of now. */
  about(attribute: number): Wish | undefined {
    return this.#standing.get(attribute);
  }

  /** Whether the wish about an attribute has been said. */
  isOut(attribute: number): boolean {
    return this.#out.has(attribute);
  }

  /** All wishes of now that have been said. */
  get out(): readonly Wish[] {
    return [...this.#standing.values()].filter(({ attribute }) => this.#out.has(attribute));
  }

  /** The next wish that nobody has heard of. */
  get next(): Wish | undefined {
    return [...this.#standing.values()].find(({ attribute }) => !this.#out.has(attribute));
  }

  /** To be called when the wish about an attribute is said. */
  say(attribute: number): void {
    if (this.#standing.has(attribute)) this.#out.add(attribute);
  }

  /** Whether this item would be taken as things stand. */
  wants(item: number): boolean {
    return this.#acceptable.has(item) && this.brokenBy(item).length === 0;
  }

  /** Whether anything at all would be taken in the end. */
  get canBeServed(): boolean {
    return this.#acceptable.size > 0;
  }

  /** Whether some item keeps everything that was said: if none does, it is true that nothing fits. */
  get isPossible(): boolean {
    const out = this.out;
    return Array.from({ length: this.#catalog.size }, (_, item) => item).some((item) =>
      out.every((wish) => fits(this.#catalog.columns[wish.attribute], item, wish)),
    );
  }

  /** Wishes of now that an item breaks, in the order in which they come out. */
  brokenBy(item: number): readonly Wish[] {
    return [...this.#standing.values()].filter((wish) => !fits(this.#catalog.columns[wish.attribute], item, wish));
  }

  /**
   * A change of mind that is due: what it changes was said in an earlier turn, and enough else was, or nothing else is
   * left to say. To be called before a turn is spoken. Changes the mind.
   */
  change(): ChangedWish | undefined {
    const at = this.#changes.findIndex(
      ({ said, after }) => this.#out.has(said.attribute) && (this.#out.size - 1 >= after || this.next === undefined),
    );
    if (at < 0) return undefined;
    const [due] = this.#changes.splice(at, 1);
    const { attribute } = due.said;
    if (due.then) this.#standing.set(attribute, due.then);
    else this.#standing.delete(attribute);
    return due;
  }

  /** Changes of mind that are yet to come out. */
  get changes(): readonly ChangedWish[] {
    return this.#changes;
  }
}
