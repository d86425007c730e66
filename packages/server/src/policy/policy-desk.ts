/**
 * Which policy decides about the current table, and the training of one of its own. Knows nothing of HTTP.
 * @module
 */
import { type LearnedValues, prepareLearned } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { NothingToLearnError, PolicyTrainingError, trainInBackground } from '@sente/training/policy';
import { type PolicyAtHand, policyAtHand, summaryOf, worseInWords } from './policy-at-hand.ts';
import type { PolicyNews, PolicyOptions, ServedTable } from './policy-options.ts';
import type { PolicyName, PolicyStatus, TrainingEnd } from './policy-schema.ts';
import { PolicyStore } from './policy-store.ts';
import { TrainingRun } from './training-run.ts';

/** The policies of one server. */
export class PolicyDesk {
  readonly #options: PolicyOptions & { readonly onFault: (error: unknown) => void };
  readonly #store: PolicyStore;
  #table: ServedTable;
  #chosen: PolicyName;
  #learned: PolicyAtHand | undefined;
  #run: TrainingRun | undefined;
  #ended: TrainingEnd | null = null;
  #problem: string | null = null;
  /** What a training has come to, where that is worse than planning and than what is at hand. */
  #refused: PolicyAtHand | undefined;
  /** The last seed that came to nothing better: it would again. */
  #tried = 0;
  /** Threads that were asked to stop, and are not quiet yet. */
  readonly #ending = new Set<Promise<void>>();

  /** Begins with a table, and trains for it if that is wanted and nothing is at hand. */
  constructor(table: ServedTable, options: PolicyOptions & { readonly onFault: (error: unknown) => void }) {
    this.#options = options;
    this.#store = new PolicyStore(table, options);
    this.#chosen = options.chosen ?? 'planned';
    this.#table = table;
    this.#arrive();
  }

  get status(): Omit<PolicyStatus, 'mayChange'> {
    return {
      chosen: this.#chosen,
      serving: this.deciding ? 'learned' : 'planned',
      learned: this.#learned ? summaryOf(this.#learned) : null,
      training: this.#run?.state ?? null,
      ended: this.#ended,
      problem: this.#problem ?? this.#shortcoming,
    };
  }

  /** Why what was learned does not decide. While a training goes on, something better may come. */
  get #shortcoming(): string | null {
    if (this.#run !== undefined) return null;
    if (this.#refused?.worse) return worseInWords(this.#refused.worse, this.#table, 'the policy from before');
    return this.#learned?.worse ? worseInWords(this.#learned.worse, this.#table, 'planning') : null;
  }

  /** What is at hand, if that may decide. */
  get #fit(): PolicyAtHand | undefined {
    return this.#learned?.worse ? undefined : this.#learned;
  }

  /** What is to decide in a conversation that begins now; undefined: planning. */
  get deciding(): LearnedValues | undefined {
    return this.#chosen === 'learned' ? this.#fit?.values : undefined;
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
    this.#prepare();
  }

  /** Trains for the current table anew, unless that is under way. */
  train(): void {
    if (this.#run) return;
    const table = this.#table;
    const { train = trainInBackground } = this.#options;
    const own = this.#learned?.origin === 'own' ? this.#learned : undefined;
    // The same seed would give the same policy again.
    const seed = 1 + Math.max(this.#tried, own?.policy.card.seed ?? 0);
    this.#problem = null;
    this.#refused = undefined;
    this.#ended = null;
    this.#tell({ kind: 'begun', table });
    this.#run = new TrainingRun(
      { table, seed, replaces: own !== undefined && !own.worse, train },
      {
        onProgress: (state) => this.#tell({ kind: 'progress', ...state }),
        onPolicy: (policy, goesOn) => this.#keep(table, policy, goesOn),
        onDone: () => {
          this.#run = undefined;
          this.#ended = 'done';
          if (this.#refused) this.#tried = seed;
          this.#tell({ kind: 'done', problem: this.#shortcoming });
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
    this.#refused = undefined;
    this.#tried = 0;
    try {
      this.#learned = this.#store.find(this.#table);
    } catch (error) {
      this.#problem = `The policy of this table cannot be used: ${messageOf(error)} Train one anew.`;
    }
    const { problem } = this.status;
    if (this.#chosen === 'learned' && problem !== null) this.#tell({ kind: 'failed', problem });
    this.#trainIfNeeded();
    this.#prepare();
  }

  /** What takes a while on a large table, before somebody waits for it. */
  #prepare(): void {
    if (this.deciding) prepareLearned(this.#table.catalog, this.deciding);
  }

  #trainIfNeeded(): void {
    if (this.#chosen === 'learned' && this.#learned === undefined) this.train();
  }

  #keep(table: ServedTable, policy: LearnedPolicy, goesOn: boolean): void {
    const trained = policyAtHand(policy, 'own');
    this.#refused = trained.worse && this.#fit ? trained : undefined;
    if (this.#refused) return;
    this.#learned = trained;
    let place: string | undefined;
    try {
      place = this.#store.keep(table, policy);
      this.#problem = null;
    } catch (error) {
      // One that does not decide is no loss.
      this.#problem = trained.worse
        ? null
        : `The policy is in use, and lost when the server ends: it cannot be kept (${messageOf(error)}).`;
    }
    const decides = this.deciding !== undefined;
    this.#prepare();
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
