/**
 * The checkpoints that are there: the shipped ones, and those that experiments in the folder have left behind. A few stay
 * open, since making a model ready takes longer than a reply.
 * @module
 */
import { type Checkpoint, createSpeaker, parameterCount, SHIPPED, type ShippedName } from '@sente/pocket';
import type { ExperimentShelf } from '../experiment/experiment-shelf.ts';
import { Problem } from '../problem.ts';
import type { CheckpointSource, ListedCheckpoint, PocketSpeaker } from './checkpoint.ts';
import { findTrained, trainedCheckpoints, unknown } from './trained-weights.ts';

/** Models that stay open; one of 1.3 million weights takes 10 MB. */
const OPEN = 8;

/** Opens a checkpoint of the package; throws CheckpointError when it is not there. */
type OpenShipped = (name: ShippedName) => Checkpoint | Promise<Checkpoint>;

/** All of them. Without `experiments` there are the shipped ones only. */
export class WeightsShelf implements CheckpointSource {
  readonly #experiments: ExperimentShelf | undefined;
  readonly #openShipped: OpenShipped;
  readonly #open = new Map<string, PocketSpeaker>();

  constructor(experiments: ExperimentShelf | undefined, openShipped: OpenShipped = shippedFromDisk) {
    this.#experiments = experiments;
    this.#openShipped = openShipped;
  }

  async list(): Promise<readonly ListedCheckpoint[]> {
    const shipped = await Promise.all(
      SHIPPED.map(async (name) => {
        const checkpoint = await this.#shipped(name);
        return checkpoint === undefined ? [] : [listed(name, checkpoint)];
      }),
    );
    return [...shipped.flat(), ...(this.#experiments ? await trainedCheckpoints(this.#experiments) : [])];
  }

  async open(id: string): Promise<PocketSpeaker> {
    const trained = this.#experiments && (await findTrained(this.#experiments, id));
    // Weights that were trained anew under the same name are others.
    const key = trained === undefined ? id : `${id}@${trained.written}`;
    const found = this.#open.get(key);
    const speaker = found ?? speakerOf(id, trained ? await trained.read() : await this.#namedShipped(id));
    this.#open.delete(key);
    this.#open.set(key, speaker);
    for (const oldest of [...this.#open.keys()].slice(0, -OPEN)) this.#open.delete(oldest);
    return speaker;
  }

  async #namedShipped(id: string): Promise<Checkpoint> {
    const name = SHIPPED.find((one) => id === `shipped/${one}`);
    const checkpoint = name && (await this.#shipped(name));
    if (checkpoint === undefined) throw unknown(id);
    return checkpoint;
  }

  /** Undefined when this copy comes without it. */
  async #shipped(name: ShippedName): Promise<Checkpoint | undefined> {
    try {
      return await this.#openShipped(name);
    } catch (error) {
      if (error instanceof Error && error.name === 'CheckpointError') return undefined;
      throw error;
    }
  }
}

/** Loaded only here: most who start the studio talk to no checkpoint. */
async function shippedFromDisk(name: ShippedName): Promise<Checkpoint> {
  const { shippedCheckpoint } = await import('@sente/pocket/node');
  return shippedCheckpoint(name);
}

function listed(name: ShippedName, { card }: Checkpoint): ListedCheckpoint {
  const { objective, horizon, corpus, seed, shape } = card;
  const kind = objective === 'multi-turn' && horizon !== undefined ? `multi-turn-w${horizon}` : objective;
  return { id: `shipped/${name}`, origin: 'shipped', kind, corpus, seed, parameters: parameterCount(shape) };
}

function speakerOf(id: string, checkpoint: Checkpoint): PocketSpeaker {
  try {
    return createSpeaker(checkpoint);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('bad-checkpoint', `${id.slice(0, 100)} cannot be made to speak: ${error.message}.`);
  }
}
