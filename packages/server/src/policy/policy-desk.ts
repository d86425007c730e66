/**
 * Which policy decides about the current table, and the training of one of its own. Knows nothing of HTTP.
 * @module
 */
import type { Catalog, LearnedValues } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import type { LearnedPolicy } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { NothingToLearnError, PolicyTrainingError, trainInBackground } from '@sente/training/policy';
import { memoryKeeper } from './policy-keeper.ts';
import type { PolicyKeeper, PolicyNews, PolicyOptions, ServedTable } from './policy-options.ts';
import type { PolicyName, PolicyOrigin, PolicyStatus, TrainingEnd } from './policy-schema.ts';
import { TrainingRun } from './training-run.ts';

/** A learned policy that can decide. */
interface AtHand {
  readonly policy: LearnedPolicy;
  readonly origin: PolicyOrigin;
  readonly values: LearnedValues;
}

/** The policies of one server. */
export class PolicyDesk {
  readonly #options: PolicyOptions & { readonly onFault: (error: unknown) => void };
  readonly #keeper: PolicyKeeper;
  #table: ServedTable;
  #chosen: PolicyName;
  #learned: AtHand | undefined;
  #run: TrainingRun | undefined;
  #ended: TrainingEnd | null = null;
  #problem: string | null = null;
  /** The policy that was named for the first table, until that has one of its own. */
  #given: { readonly catalog: Catalog; readonly policy: LearnedPolicy } | undefined;
  /** Threads that were asked to stop, and are not quiet yet. */
  readonly #ending = new Set<Promise<void>>();

  /** Begins with a table, and trains for it if that is wanted and nothing is at hand. */
  constructor(table: ServedTable, options: PolicyOptions & { readonly onFault: (error: unknown) => void }) {
    this.#options = options;
    this.#keeper = options.keeper ?? memoryKeeper();
    this.#chosen = options.chosen ?? 'planned';
    this.#table = table;
    this.#given = options.given && { catalog: table.catalog, policy: options.given };
    this.#arrive();
  }

  get status(): Omit<PolicyStatus, 'mayChange'> {
    const card = this.#learned?.policy.card;
    return {
      chosen: this.#chosen,
      serving: this.#chosen === 'learned' && this.#learned !== undefined ? 'learned' : 'planned',
      learned:
        card && this.#learned
          ? {
              name: card.name,
              origin: this.#learned.origin,
              states: card.states,
              seed: card.seed,
              items: card.trainedOn.items,
              figures: card.figures ?? {},
            }
          : null,
      training: this.#run?.state ?? null,
      ended: this.#ended,
      problem: this.#problem,
    };
  }

  /** What is to decide in a conversation that begins now; undefined: planning. */
  get deciding(): LearnedValues | undefined {
    return this.#chosen === 'learned' ? this.#learned?.values : undefined;
  }

  /** Another table is served now. A training for the one before it ends. */
  serve(table: ServedTable): void {
    this.stop();
    this.#table = table;
    this.#arrive();
  }

  /** The owner wants this one; trains if that is `learned`, and the table has none. */
  choose(policy: PolicyName): void {
    this.#chosen = policy;
    this.#trainIfNeeded();
  }

  /** Trains for the current table anew, unless that is under way. */
  train(): void {
    if (this.#run) return;
    const table = this.#table;
    const { train = trainInBackground } = this.#options;
    const before = this.#learned?.origin === 'own' ? this.#learned.policy : undefined;
    this.#problem = null;
    this.#ended = null;
    this.#tell({ kind: 'begun', table });
    this.#run = new TrainingRun(
      { table, before, train },
      {
        onProgress: (state) => this.#tell({ kind: 'progress', ...state }),
        onPolicy: (policy, goesOn) => this.#keep(table, policy, goesOn),
        onDone: () => {
          this.#run = undefined;
          this.#ended = 'done';
          this.#tell({ kind: 'done' });
        },
        onFailed: (error) => this.#fail(error),
      },
    );
  }

  /** Stops the training, if there is one. What was kept stays. */
  stop(): void {
    if (this.#run === undefined) return;
    const ending: Promise<void> = this.#run
      .stop()
      .catch((error) => this.#options.onFault(error))
      .finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    this.#run = undefined;
    this.#ended = 'stopped';
    this.#tell({ kind: 'stopped' });
  }

  /** Stops the training; resolves when no thread is at work any more. */
  async close(): Promise<void> {
    this.stop();
    await Promise.all(this.#ending);
  }

  /** Looks for a policy of the table that has just come. */
  #arrive(): void {
    this.#problem = null;
    this.#ended = null;
    this.#learned = undefined;
    try {
      this.#learned = this.#found();
    } catch (error) {
      this.#problem = `The policy of this table cannot be used: ${messageOf(error)} Train one anew.`;
      if (this.#chosen === 'learned') this.#tell({ kind: 'failed', problem: this.#problem });
    }
    this.#trainIfNeeded();
  }

  #found(): AtHand | undefined {
    const table = this.#table;
    const { shipped = shippedPolicy } = this.#options;
    if (this.#given?.catalog === table.catalog) return atHand(this.#given.policy, 'file');
    const own = this.#keeper.find(table);
    if (own !== undefined) return atHand(own, 'own');
    return table.source === 'built-in' ? atHand(shipped(), 'shipped') : undefined;
  }

  #trainIfNeeded(): void {
    if (this.#chosen === 'learned' && this.#learned === undefined) this.train();
  }

  #keep(table: ServedTable, policy: LearnedPolicy, goesOn: boolean): void {
    this.#learned = atHand(policy, 'own');
    if (this.#given?.catalog === table.catalog) this.#given = undefined;
    let place: string | undefined;
    try {
      place = this.#keeper.keep(table, policy);
      this.#problem = null;
    } catch (error) {
      this.#problem = `The policy is in use, and lost when the server ends: it cannot be kept (${messageOf(error)}).`;
    }
    const decides = this.#chosen === 'learned';
    this.#tell({ kind: 'kept', policy, decides, goesOn, ...(place !== undefined && { place }) });
  }

  #fail(error: unknown): void {
    this.#run = undefined;
    this.#ended = 'failed';
    const isOurs = !(error instanceof NothingToLearnError);
    this.#problem = isOurs ? `The training came to nothing: ${messageOf(error)} Start it again.` : messageOf(error);
    // What happened on the thread is for whoever mends it.
    if (isOurs) this.#options.onFault(error instanceof PolicyTrainingError ? error.cause : error);
    this.#tell({ kind: 'failed', problem: this.#problem });
  }

  #tell(news: PolicyNews): void {
    this.#options.onNews?.(news);
  }
}

function atHand(policy: LearnedPolicy, origin: PolicyOrigin): AtHand {
  return { policy, origin, values: learnedValues(policy) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
