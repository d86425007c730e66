/**
 * A scripted assistant that is nobody's: asks two questions in the order of the columns, shows three items that fit what
 * it heard, and so on. The simple rules of this probe talk like it, and base rates are learnt from talks with it.
 * @module
 */
import { type Catalog, fits, type Wish } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';

/** Items shown at once. */
const SHOWN = 3;

/** One conversation's side. */
export class NeutralAssistant {
  readonly #shop: Shop;
  readonly #wishes = new Map<number, Wish>();
  readonly #seen = new Set<number>();
  readonly #asked = new Set<number>();
  #turn = 0;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** The same conversation again, to be gone on with apart. */
  copy(): NeutralAssistant {
    const copy = new NeutralAssistant(this.#shop);
    for (const [attribute, wish] of this.#wishes) copy.#wishes.set(attribute, wish);
    for (const item of this.#seen) copy.#seen.add(item);
    for (const attribute of this.#asked) copy.#asked.add(attribute);
    copy.#turn = this.#turn;
    return copy;
  }

  /** One turn of the user in, one of the assistant out. */
  say(text: string): string {
    this.#hear(text);
    const question = this.#turn++ % 3 < 2 ? this.#ask() : undefined;
    return question ?? this.#show();
  }

  #hear(text: string): void {
    const lexicon = lexiconOf(this.#shop);
    for (const { attribute, value, low, high, negated } of lexicon.mentions(lexicon.items(plainText(text)).rest)) {
      this.#asked.add(attribute);
      const { type } = this.#shop.catalog.attributes[attribute];
      if (low !== undefined || high !== undefined) {
        this.#wishes.set(attribute, {
          kind: 'range',
          attribute,
          ...(low !== undefined && { low }),
          ...(high !== undefined && { high }),
        });
      } else if (value !== undefined || type === 'boolean') {
        this.#wishes.set(attribute, { kind: negated ? 'not' : 'is', attribute, values: [value ?? 0] });
      }
    }
  }

  #ask(): string | undefined {
    const { attributes } = this.#shop.catalog;
    const next = attributes.findIndex(({ askable }, i) => askable && !this.#asked.has(i));
    if (next < 0) return undefined;
    this.#asked.add(next);
    return attributes[next].question ?? `Which ${attributes[next].label} would you like?`;
  }

  #show(): string {
    const { catalog, names } = this.#shop;
    const fitting = names.flatMap((_, item) =>
      !this.#seen.has(item) && keeps(catalog, item, this.#wishes) ? [item] : [],
    );
    if (fitting.length === 0) return 'Nothing that I have not shown fits all that. What else would do?';
    const shown = fitting.slice(0, SHOWN);
    for (const item of shown) this.#seen.add(item);
    return `What about these?\n${shown.map((item, i) => `${i + 1}. ${names[item]}`).join('\n')}`;
  }
}

function keeps(catalog: Catalog, item: number, wishes: ReadonlyMap<number, Wish>): boolean {
  return [...wishes.values()].every((wish) => fits(catalog.columns[wish.attribute], item, wish));
}
