/**
 * Which policy decides about the current table, and the training of one of its own. Knows nothing of HTTP.
 * @module
 */
import { type LearnedValues, prepareLearned } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { NothingToLearnError, PolicyTrainingError, trainInBackground } from '@sente/training/policy';
import { type PolicyAtHand, policyAtHand, summaryOf } from './policy-at-hand.ts';
import { PolicyHand } from './policy-hand.ts';
import type { PolicyNews, PolicyOptions, ServedTable } from './policy-options.ts';
import { fallenInWords, messageOf, notKeptInWords, unreadableInWords, worseInWords } from './policy-problems.ts';
import type { PolicyName, PolicyStatus, TrainingEnd } from './policy-schema.ts';
import { PolicyStore } from './policy-store.ts';
import { TrainingRun } from './training-run.ts';

/** The policies of one server. */
export class PolicyDesk {
  readonly #options: PolicyOptions & { readonly onFault: (error: unknown) => void };
  readonly #store: PolicyStore;
  #hand: PolicyHand;
  #chosen: PolicyName;
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
    this.#hand = new PolicyHand(table, this.#store);
    this.#arrive();
  }

  get status(): Omit<PolicyStatus, 'mayChange'> {
    const { learned } = this.#hand;
    return {
      chosen: this.#chosen,
      serving: this.deciding ? 'learned' : 'planned',
      learned: learned ? summaryOf(learned) : null,
      training: this.#run?.state ?? null,
      ended: this.#ended,
      problem: this.#problem ?? this.#shortcoming,
    };
  }

  /** Why what was learned does not decide. While a training goes on, something better may come. */
  get #shortcoming(): string | null {
    if (this.#run !== undefined) return null;
    const { learned, table } = this.#hand;
    if (this.#refused?.worse) return worseInWords(this.#refused.worse, table, 'the policy from before');
    return learned?.worse ? worseInWords(learned.worse, table, 'planning') : null;
  }

  /** What is to decide in a conversation that begins now; undefined: planning. */
  get deciding(): LearnedValues | undefined {
    return this.#chosen === 'learned' ? this.#hand.fit?.values : undefined;
  }

  /** Another table is served now. A training for the one before it ends. */
  serve(table: ServedTable): void {
    this.stop();
    this.#hand = new PolicyHand(table, this.#store);
    this.#arrive();
  }

  /** The owner wants this one; trains if that is `learned`, and the table has none. */
  choose(policy: PolicyName): void {
    this.#chosen = policy;
    // It may have been trained elsewhere since, or mended.
    if (policy === 'learned' && this.#hand.learned === undefined && this.#run === undefined) this.#look();
    this.#trainIfNeeded();
    this.#prepare();
  }

  /** Trains for the current table anew, unless that is under way. */
  train(): void {
    if (this.#run) return;
    const { table } = this.#hand;
    const { train = trainInBackground } = this.#options;
    const seed = 1 + Math.max(this.#tried, this.#hand.lookBehind());
    this.#prepare();
    this.#problem = null;
    this.#refused = undefined;
    this.#ended = null;
    this.#tell({ kind: 'begun', table });
    this.#run = new TrainingRun(
      { table, seed, replaces: this.#hand.fit !== undefined, train },
      {
        onProgress: (state) => this.#tell({ kind: 'progress', ...state }),
        onPolicy: (policy, goesOn) => this.#keep(policy, goesOn),
        onDone: () => {
          this.#run = undefined;
          this.#ended = 'done';
          if (this.#refused) this.#tried = seed;
          this.#tell({ kind: 'done', problem: this.status.problem });
        },
        onFailed: (error) => this.#fail(error),
      },
    );
  }

  /** Stops the training, if there is one. What was kept stays. */
  stop(): void {
    if (this.#run === undefined) return;
    this.#end('stopped');
    this.#tell({ kind: 'stopped', problem: this.status.problem });
  }

  /** Stops the training; resolves when no thread is at work any more. */
  async close(): Promise<void> {
    this.stop();
    await Promise.all(this.#ending);
  }

  /** Looks for a policy of the table that has just come. */
  #arrive(): void {
    this.#ended = null;
    this.#refused = undefined;
    this.#tried = 0;
    this.#look();
    const { problem } = this.status;
    if (this.#chosen === 'learned' && problem !== null) this.#tell({ kind: 'failed', problem });
    this.#trainIfNeeded();
    this.#prepare();
  }

  #look(): void {
    this.#problem = null;
    try {
      this.#hand.look();
    } catch (error) {
      this.#problem = unreadableInWords(error);
    }
  }

  /** What takes a while on a large table, before somebody waits for it. */
  #prepare(): void {
    if (this.deciding) prepareLearned(this.#hand.table.catalog, this.deciding);
  }

  #trainIfNeeded(): void {
    if (this.#chosen === 'learned' && this.#hand.isFree) this.train();
  }

  #keep(policy: LearnedPolicy, goesOn: boolean): void {
    const trained = policyAtHand(policy, 'own');
    this.#refused = trained.worse && this.#hand.fit ? trained : undefined;
    if (this.#refused) return;
    // Before it takes a place: one that cannot be used is a training that failed.
    const decides = this.#chosen === 'learned' && !trained.worse;
    if (decides) prepareLearned(this.#hand.table.catalog, trained.values);
    let place: string | undefined;
    try {
      place = this.#hand.take(trained);
      this.#problem = null;
    } catch (error) {
      // One that does not decide is no loss.
      this.#problem = trained.worse ? null : notKeptInWords(error);
    }
    this.#tell({ kind: 'kept', policy, decides, goesOn, ...(place !== undefined && { place }) });
  }

  #fail(error: unknown): void {
    this.#end('failed');
    const isOurs = !(error instanceof NothingToLearnError);
    this.#problem = isOurs ? fallenInWords(error) : messageOf(error);
    // What happened on the thread is for whoever mends it.
    if (isOurs) this.#options.onFault(error instanceof PolicyTrainingError ? error.cause : error);
    this.#tell({ kind: 'failed', problem: this.#problem });
  }

  /** Nothing is trained any more; the thread may take a moment to be quiet. */
  #end(how: TrainingEnd): void {
    const ending: Promise<void> = (this.#run?.stop() ?? Promise.resolve())
      .catch((error) => this.#options.onFault(error))
      .finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    this.#run = undefined;
    this.#ended = how;
  }

  /** A listener's fault is not the training's. */
  #tell(news: PolicyNews): void {
    try {
      this.#options.onNews?.(news);
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}
