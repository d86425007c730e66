/**
 * Plays the lab's probe `boundary` with a model in training, many conversations at once.
 *
 * The probe's own driver plays one conversation with any agent; this one asks the same state machines what they want and
 * answers all of them in batches, so that a model is measured in seconds.
 * @module
 */
import type { Random } from '@sente/engine';
import { type BoundaryCase, beginBoundary, type PlayedRow } from '@sente/lab';
import { special, type Tokenizer } from '@sente/pocket';
import { SPEAKING, userTokens } from '../objectives/learner.ts';
import type { Reply, Row, Sampler } from '../sampler/sampler.ts';

/** What is played. */
export interface PlayBoundaryOptions {
  readonly cases: readonly BoundaryCase[];
  readonly sampler: Sampler;
  readonly tokenizer: Tokenizer;
  /** 0: the likeliest word in each place; 1: as the model has it. */
  readonly temperature: number;
  readonly random: Random;
  /** Name in the rows. */
  readonly agent: string;
}

/** Plays all cases; rows come in their order. */
export async function playBoundary(options: PlayBoundaryOptions): Promise<PlayedRow[]> {
  const { cases, sampler, tokenizer, temperature, random, agent } = options;
  const talks = cases.map((probeCase) => beginBoundary(probeCase, random.split(probeCase.id).split('user')));
  for (let round = 0; ; round++) {
    const asked = talks.flatMap((talk, at): Asked[] => {
      const next = talk.next();
      if (next === undefined) return [];
      const text = next.turns.flatMap(({ speaker, text: said }) =>
        speaker === 'user'
          ? userTokens(tokenizer, said)
          : [special('<assistant>'), ...tokenizer.encode(said), special('<end>')],
      );
      const dice = random.split(cases[at].id).split(`agent ${round}`);
      return [
        new Asked(talk, [...text, special(next.wants === 'reply' ? '<assistant>' : '<outcome>')], next.wants, dice),
      ];
    });
    if (asked.length === 0) break;
    await sampler.sample(asked, { ...SPEAKING, temperature });
    for (const one of asked) one.tell(tokenizer);
  }
  return talks.map((talk, at) => {
    const { turns: _, ...played } = talk.finish();
    const { id, cell } = cases[at];
    return { ...played, turns: [], case: id, agent, repeat: 0, ...(cell !== undefined && { cell }) };
  });
}

/** One thing that a conversation waits for. */
class Asked implements Row {
  readonly random: Random;
  readonly limit: number | undefined;
  readonly #talk: ReturnType<typeof beginBoundary>;
  readonly #tokens: readonly number[];
  #isRead = false;
  #reply: Reply | undefined;

  constructor(
    talk: ReturnType<typeof beginBoundary>,
    tokens: readonly number[],
    wants: 'reply' | 'forecast',
    random: Random,
  ) {
    this.#talk = talk;
    this.#tokens = tokens;
    this.random = random;
    this.limit = wants === 'forecast' ? 0 : undefined;
  }

  next(): readonly number[] | undefined {
    if (this.#isRead) return undefined;
    this.#isRead = true;
    return this.#tokens;
  }

  heard(reply: Reply): void {
    this.#reply = reply;
  }

  /** Passes on what came. A text that did not fit into the model's context gets no words. */
  tell(tokenizer: Tokenizer): void {
    if (this.limit === undefined) {
      this.#talk.heard(tokenizer.decode(this.#reply?.tokens ?? []));
      return;
    }
    const good = Math.exp(this.#reply?.first[special('<good>')] ?? 0);
    const bad = Math.exp(this.#reply?.first[special('<bad>')] ?? 0);
    this.#talk.forecast(good / (good + bad));
  }
}
