/**
 * A model's weights on their way down a gradient: AdamW with a bounded gradient, and the moments that it keeps.
 * @module
 */
import type { Weights } from '@sente/pocket';
import { adamW, type Moments } from './adam-w.ts';
import { copied, squareSum } from './tensors.ts';

/** The gradient is no number any more. The weights are still those before the step. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  constructor(steps: number, gradientNorm: number) {
    super(
      `after ${steps} steps the gradient's norm is ${gradientNorm}: go back to saved weights and take smaller steps`,
    );
  }
}

/** What a training needs to go on where it was. */
export interface DescentState {
  readonly weights: Weights;
  readonly moments: Readonly<Record<string, Moments>>;
  readonly steps: number;
}

/** How steps are taken. */
export interface DescentOptions {
  /** Decoupled weight decay of matrices; vectors have none. */
  readonly decay: number;
  /** The gradient's norm is cut down to this. */
  readonly clip: number;
}

/** Weights, their moments, and the number of steps taken. */
export class Descent {
  readonly #options: DescentOptions;
  #weights: Weights = {};
  #moments: Readonly<Record<string, Moments>> = {};
  #steps = 0;

  constructor(weights: Weights, options: DescentOptions) {
    this.#options = options;
    this.load(weights);
  }

  /** As they are now: not a copy. */
  get weights(): Weights {
    return this.#weights;
  }

  /** Takes a copy of other weights, and forgets all moments. */
  load(weights: Weights): void {
    this.#weights = copied(weights);
    this.#steps = 0;
    this.#moments = Object.fromEntries(
      Object.entries(weights).map(([name, { data }]) => {
        return [name, { first: new Float32Array(data.length), second: new Float32Array(data.length) }];
      }),
    );
  }

  /**
   * One step down; gives the gradient's norm before it was cut. A gradient that is shorter than its weights is of the first
   * of them, and the others stay as they are. Throws DivergedError.
   */
  step(gradients: Readonly<Record<string, Float32Array>>, rate: number): number {
    const { decay, clip } = this.#options;
    const norm = Math.sqrt(Object.values(gradients).reduce((sum, gradient) => sum + squareSum(gradient), 0));
    if (!Number.isFinite(norm)) throw new DivergedError(this.#steps, norm);
    this.#steps++;
    for (const [name, gradient] of Object.entries(gradients)) {
      const { shape, data } = this.#weights[name];
      const { first, second } = this.#moments[name];
      const count = gradient.length;
      adamW(
        data.subarray(0, count),
        gradient,
        { first: first.subarray(0, count), second: second.subarray(0, count) },
        { step: this.#steps, rate, decay: shape.length > 1 ? decay : 0, scale: norm > clip ? clip / norm : 1 },
      );
    }
    return norm;
  }

  save(): DescentState {
    return { weights: copied(this.#weights), moments: structuredClone(this.#moments), steps: this.#steps };
  }

  restore({ weights, moments, steps }: DescentState): void {
    this.load(weights);
    this.#moments = structuredClone(moments);
    this.#steps = steps;
  }
}
