/**
 * Where a table's learned policy comes from: a file that was named for the first table, an earlier training, or Sente itself.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { type PolicyAtHand, policyAtHand } from './policy-at-hand.ts';
import { memoryKeeper } from './policy-keeper.ts';
import type { PolicyKeeper, PolicyOptions, ServedTable } from './policy-options.ts';

/** The policies of one server. */
export class PolicyStore {
  readonly #keeper: PolicyKeeper;
  readonly #shipped: () => LearnedPolicy;
  /** The policy that was named for the first table, until that has one of its own. */
  #given: { readonly catalog: Catalog; readonly policy: LearnedPolicy } | undefined;

  /** `first` is the table that the server starts with. */
  constructor(first: ServedTable, { keeper = memoryKeeper(), shipped = shippedPolicy, given }: PolicyOptions) {
    this.#keeper = keeper;
    this.#shipped = shipped;
    this.#given = given && { catalog: first.catalog, policy: given };
  }

  /** The policy for a table, if there is one. May throw an Error whose message is for people. */
  find(table: ServedTable): PolicyAtHand | undefined {
    if (this.#given?.catalog === table.catalog) return policyAtHand(this.#given.policy, 'file');
    const own = this.kept(table);
    if (own !== undefined) return own;
    return table.source === 'built-in' ? policyAtHand(this.#shipped(), 'shipped') : undefined;
  }

  /** The one that was kept for a table, also where a file that was named goes before it. May throw likewise. */
  kept(table: ServedTable): PolicyAtHand | undefined {
    const own = this.#keeper.find(table);
    return own && policyAtHand(own, 'own');
  }

  /** Keeps one that was trained on the table; from now on it is the one that is found. Tells where, and throws, as the keeper does. */
  keep(table: ServedTable, policy: LearnedPolicy): string | undefined {
    if (this.#given?.catalog === table.catalog) this.#given = undefined;
    return this.#keeper.keep(table, policy);
  }
}
