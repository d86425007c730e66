/**
 * Settings of a server about learned policies.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import type { BackgroundOptions, BackgroundTraining } from '@sente/training/policy';
import type { CatalogSource } from '../catalog/catalog-schema.ts';
import type { PolicyName, TrainingState } from './policy-schema.ts';

/** A table as the server has it. */
export interface ServedTable {
  readonly catalog: Catalog;
  readonly source: CatalogSource;
}

/** Keeps the policies that were trained, each for its table. May throw an Error whose message is for people. */
export interface PolicyKeeper {
  /** The one that was trained on this table; undefined if there is none. */
  find(table: ServedTable): LearnedPolicy | undefined;
  /** Keeps it in the place of an earlier one; tells where, in words for people, if that is worth telling. */
  keep(table: ServedTable, policy: LearnedPolicy): string | undefined;
}

/** What a training does, as it does it. */
export type PolicyNews =
  | { readonly kind: 'begun'; readonly table: ServedTable }
  | ({ readonly kind: 'progress' } & TrainingState)
  /**
   * It is at hand from now on, and decides if learned policies are chosen; `place` is where it is kept, and the training goes
   * on for something better or not.
   */
  | {
      readonly kind: 'kept';
      readonly policy: LearnedPolicy;
      readonly place?: string;
      readonly decides: boolean;
      readonly goesOn: boolean;
    }
  /** `problem`: why what was learned does not decide all the same, or cannot be kept, and what to do. */
  | { readonly kind: 'done' | 'stopped'; readonly problem: string | null }
  /** A training came to nothing, or a policy that was found is of no use. */
  | { readonly kind: 'failed'; readonly problem: string };

/** Settings. */
export interface PolicyOptions {
  /** Who decides to begin with; planning by default. */
  readonly chosen?: PolicyName;
  /** A learned policy for the table that the server starts with; goes before one that was kept. */
  readonly given?: LearnedPolicy;
  /** Policies of earlier trainings; kept in memory, and so until the server ends, by default. */
  readonly keeper?: PolicyKeeper;
  /** The policy for the built-in table while it has none of its own; the one that ships by default. */
  readonly shipped?: () => LearnedPolicy;
  /** Trains; on a thread of its own by default. */
  readonly train?: (catalog: Catalog, options: BackgroundOptions) => BackgroundTraining;
  /** Told how trainings go. What it throws is a fault, of which the training knows nothing. */
  readonly onNews?: (news: PolicyNews) => void;
}
