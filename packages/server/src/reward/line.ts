/**
 * A bounded line: so many are served at once, so many may be there in all, first come, first served.
 * @module
 */

/** See above. */
export class Line {
  readonly #atOnce: number;
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #served = 0;

  constructor(bounds: { readonly atOnce: number; readonly most: number }) {
    this.#atOnce = bounds.atOnce;
    this.#most = bounds.most;
  }

  /** How many more may come. */
  get room(): number {
    return this.#most - this.#served - this.#waiting.length;
  }

  /** How many are served, and how many wait. */
  get lengths(): { readonly served: number; readonly waiting: number } {
    return { served: this.#served, waiting: this.#waiting.length };
  }

  /** Does the work when it is its turn. Rejects with the signal's reason when that comes first. */
  async pass<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    await this.#turn(signal);
    try {
      return await work();
    } finally {
      this.#served--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#served < this.#atOnce && this.#waiting.length === 0) {
      this.#served++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        this.#served++;
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
  }
}
