/**
 * The learned policy that is at hand for one table, and what lies there of earlier trainings.
 * @module
 */
import type { PolicyAtHand } from './policy-at-hand.ts';
import type { ServedTable } from './policy-options.ts';
import type { PolicyStore } from './policy-store.ts';

/** Begins with empty hands: `look` first. */
export class PolicyHand {
  readonly table: ServedTable;
  readonly #store: PolicyStore;
  #learned: PolicyAtHand | undefined;
  #isUnreadable = false;

  constructor(table: ServedTable, store: PolicyStore) {
    this.table = table;
    this.#store = store;
  }

  get learned(): PolicyAtHand | undefined {
    return this.#learned;
  }

  /** It, if it may decide. */
  get fit(): PolicyAtHand | undefined {
    return this.#learned?.worse ? undefined : this.#learned;
  }

  /** Nothing is there, and nothing lies there that cannot be read: that may be another version's, and the owner is asked first. */
  get isFree(): boolean {
    return this.#learned === undefined && !this.#isUnreadable;
  }

  /** Takes what is found for the table. May throw an Error whose message is for people. */
  look(): void {
    this.#isUnreadable = true;
    this.#learned = this.#store.find(this.table);
    this.#isUnreadable = false;
  }

  /**
   * Takes what was kept for the table, if nothing else is of use: another process may have kept something since. Gives the
   * highest seed of what is there, behind a file that was named too; the same seed would give the same policy again.
   */
  lookBehind(): number {
    let kept: PolicyAtHand | undefined;
    try {
      kept = this.#store.kept(this.table);
    } catch {
      // The owner was told, and wants another in its place.
    }
    const known = [kept, this.#learned?.origin === 'shipped' ? undefined : this.#learned];
    if (kept && this.fit === undefined) this.#learned = kept;
    return Math.max(0, ...known.map((one) => one?.policy.card.seed ?? 0));
  }

  /** Takes one that was trained here, and keeps it; tells where. May throw likewise; it is at hand all the same. */
  take(trained: PolicyAtHand): string | undefined {
    this.#learned = trained;
    return this.#store.keep(this.table, trained.policy);
  }
}
