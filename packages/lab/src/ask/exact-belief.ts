/**
 * What the lab knows of an open request as the conversation goes on: which items are still possible, exactly, and so what
 * each question told and what the best one would have told.
 * @module
 */
import { type CatalogIndex, compileWish, type Wish } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import type { AskedAbout } from '../users/hear-assistant.ts';
import { askable, bestQuestion, bitsOf } from './table-bits.ts';

/** What one question of the assistant was worth. */
interface QuestionWorth {
  /** Gained by the true answer: log2 of items possible before over after. 0 where it is about nothing in the table. */
  readonly bits: number;
  /** Its expected bits over those of the best open question, 0 … 1; undefined where no question tells anything. */
  readonly share?: number;
}

/** The belief of a stranger who knows every answer that was given: uniform over what keeps all wishes that came out. */
export class ExactBelief {
  private readonly shop: Shop;
  private readonly index: CatalogIndex;
  private readonly known: Set<number>;
  private items: readonly number[];

  /** @param said how many of the wishes came out in the first line. */
  constructor(shop: Shop, index: CatalogIndex, wishes: readonly Wish[], said: number) {
    this.shop = shop;
    this.index = index;
    this.known = new Set(wishes.slice(0, said).map(({ attribute }) => attribute));
    this.items = keeping(index, [...index.everything], wishes.slice(0, said));
  }

  /**
   * Takes in a question, and the wishes that have come out in truth by the user's reply to it. What was asked for is the
   * question's merit; what was added unasked is known from then on, and is not. One that leaves the answer to the user
   * ("what else matters?") asked for whatever is told; what it could be expected to tell is not known, so it has no share.
   */
  take(questions: readonly AskedAbout[], out: readonly Wish[], leavesOpen: boolean = false): QuestionWorth {
    const { catalog } = this.shop;
    const open = askable(catalog).filter((attribute) => !this.known.has(attribute));
    const best = bestQuestion(catalog, this.items, 'open', 'one', open)?.bits ?? 0;
    const expected = questions.map((question) =>
      this.known.has(question.attribute) ? 0 : bitsOf(catalog, this.items, question, 'one'),
    );
    const before = this.items.length;
    const news = out.filter(({ attribute }) => !this.known.has(attribute));
    const asked = new Set([...questions, ...(leavesOpen ? news : [])].map(({ attribute }) => attribute));
    this.learn(out.filter(({ attribute }) => asked.has(attribute)));
    const after = this.items.length;
    this.learn(out);
    // What somebody does not mind is known, too.
    for (const attribute of asked) this.known.add(attribute);
    return {
      bits: before > 0 && after > 0 ? Math.log2(before / after) : 0,
      ...(best > 1e-9 && !leavesOpen && { share: Math.min(1, Math.max(0, ...expected) / best) }),
    };
  }

  private learn(wishes: readonly Wish[]): void {
    this.items = keeping(this.index, this.items, wishes);
    for (const { attribute } of wishes) this.known.add(attribute);
  }
}

function keeping(index: CatalogIndex, items: readonly number[], wishes: readonly Wish[]): readonly number[] {
  const tests = wishes.map((wish) => compileWish(index, wish));
  return items.filter((item) => tests.every((test) => test(item)));
}
