/**
 * Messages from items to answers: what the belief would be like after each thing that can happen next.
 *
 * An act leads to cells, sets of candidates that would all react alike: a question to the owners of each answer, a list to
 * those that are not on it. The message of a cell's items is a sum over all of them, weighted by the belief: how sure the
 * belief would be (mass by rank, entropy), what it would be worth to go on by lists alone, and how it would be divided by
 * every answer that is still open. A sum does not ask how many items there are or how they are numbered.
 * @module
 */
import { mostUncertain } from './most-uncertain.ts';
import { BANDS, POOL, POOLED, Pools, rankWorths } from './pooling.ts';
import { type AskedAnswers, divideBySeveral } from './several-answers.ts';
import type { PolicyGame, StateGraph } from './state-graph.ts';

/** Numbers of a cell: what its belief is like, and what the conversation is like once it is reached. */
export const STATISTICS = 22;

/** Where a cell's statistics hold the worth of going on by lists alone. */
export const LISTING = 0;

/**
 * Everything that can happen next. Act 0 is the list, act 1 + n the n-th of `questions`; then come lists with one of
 * `offers` each. To stop is an act, too: it is worth 0, and needs no cell.
 */
export interface Cells {
  readonly count: number;
  readonly acts: number;
  /** Of the graph's open questions those that are weighed. */
  readonly questions: readonly number[];
  /** Answers that are offered along with the list. */
  readonly offers: readonly number[];
  /** Chance of each cell under each act, at [act × count + cell]; what is missing to 1 ends the conversation. */
  readonly chances: Float32Array;
  /** Expected R\* of ending with this turn, by act. */
  readonly now: Float32Array;
  /** At [cell × STATISTICS …]. */
  readonly statistics: Float32Array;
  /** Share of a cell's belief that would give an answer, at [cell × neighbours + answer]; 0 for answers that are not open. */
  readonly shares: Float32Array;
  /** Number of answers. */
  readonly neighbours: number;
}

/** Settings. */
export interface CellOptions {
  /** How many questions are weighed, those whose answer is the most uncertain; 6 unless given: with more no conversation of a fold went better. */
  readonly most?: number;
}

/** Finds the cells of a state. `questions` says which are weighed, where that is decided elsewhere. */
export type FindCells = (state: StateGraph, questions?: readonly number[]) => Cells;

/** The cell of everybody: nothing was learnt. */
const EVERYBODY = 0;
/** The cell of those that the list leaves. */
const UNLISTED = 1;
const FIRST = 2;

/** Makes the finder for one game. */
export function createCellFinder(game: PolicyGame, { most = 6 }: CellOptions = {}): FindCells {
  const { turns, listSize, noise, unknown, hazard, heeds = 0.5, reward } = game;
  const worths = rankWorths(game);
  const worth = (turn: number): number => (turn > turns ? 0 : reward(turn, 1));

  return (state, given) => {
    const { edges, items, weights, count: size, turn, useless } = state;
    const { count: neighbours, items: stride, has, codes, offsets } = edges;
    const next = turn + 1;
    const isOpen = new Uint8Array(neighbours);
    for (const answers of state.questions) for (const answer of answers) isOpen[answer] = 1;

    const alone = new Float64Array(neighbours);
    const unlisted = new Float64Array(neighbours);
    for (let k = 0; k < size; k++) {
      const weight = weights[k];
      const end = offsets[items[k] + 1];
      for (let a = offsets[items[k]]; a < end; a++) {
        if (isOpen[codes[a]] === 0) continue;
        alone[codes[a]] += weight;
        if (k >= listSize) unlisted[codes[a]] += weight;
      }
    }

    const questions = given ?? mostUncertain(state.questions, alone, most);
    // How answers go together: of those that would give one that is asked for, how many would give each other.
    const rowOf = new Int32Array(neighbours).fill(-1);
    const askedBy = new Int32Array(neighbours);
    let rows = 0;
    questions.forEach((question, n) => {
      for (const answer of state.questions[question]) {
        rowOf[answer] = rows++;
        askedBy[answer] = n;
      }
    });
    const together = new Float64Array(rows * neighbours);
    const isSeveral = rows > questions.length;
    const possible = new Int32Array(questions.length);
    for (let k = 0; k < size; k++) {
      const from = offsets[items[k]];
      const end = offsets[items[k] + 1];
      if (isSeveral) {
        possible.fill(0);
        for (let a = from; a < end; a++) if (rowOf[codes[a]] >= 0) possible[askedBy[codes[a]]]++;
      }
      for (let a = from; a < end; a++) {
        if (rowOf[codes[a]] < 0) continue;
        const row = rowOf[codes[a]] * neighbours;
        // Who could give several answers to a question gives one of them, as in `divideBySeveral`.
        const weight = isSeveral ? weights[k] / possible[askedBy[codes[a]]] : weights[k];
        for (let b = from; b < end; b++) together[row + codes[b]] += weight;
      }
    }
    const { offers = [] } = state;
    const offered = questions.reduce((sum, at) => sum + state.questions[at].length + 1, FIRST);
    const count = offered + 2 * offers.length;
    const acts = 1 + questions.length + offers.length;
    const pools = new Pools(count, worths, listSize);
    const { numbers } = pools;
    const informations = new Float64Array(size);
    for (let k = 0; k < size; k++) {
      informations[k] = weights[k] > 0 ? weights[k] * Math.log(weights[k]) : 0;
      pools.send(EVERYBODY, weights[k], informations[k], next);
      if (k >= listSize) pools.send(UNLISTED, weights[k], informations[k], next);
    }
    /** Mass of those that would truly react so; of a pool it is that of what is heard. */
    const certain = new Float64Array(count);
    const settle = (from: number, to: number): void => {
      for (let c = from; c < to; c++) certain[c] = numbers[c * POOLED];
    };
    settle(EVERYBODY, FIRST);
    const several: AskedAnswers[] = [];
    let cell = FIRST;
    for (const question of questions) {
      const answers = state.questions[question];
      if (answers.length === 1) {
        const row = answers[0] * stride;
        pools.divide(cell, has, row, items, weights, informations, size, EVERYBODY, next);
        settle(cell, cell + 2);
        if (noise > 0) pools.blend(cell, has, row, items, weights, size, noise, next);
      } else several.push({ answers, cell });
      cell += answers.length + 1;
    }
    divideBySeveral(pools, several, state, informations, next);
    for (const { answers, cell: first } of several) settle(first, first + answers.length + 1);

    offers.forEach((answer, n) => {
      for (let k = listSize; k < size; k++) {
        const into = offered + 2 * n + (has[answer * stride + items[k]] === 1 ? 0 : 1);
        pools.send(into, weights[k], informations[k], next);
      }
    });
    settle(offered, count);

    const chances = new Float32Array(acts * count);
    const now = new Float32Array(acts);
    const statistics = new Float32Array(count * STATISTICS);
    const shares = new Float32Array(count * neighbours);
    const open = state.questions.length;
    /**
     * `mixed`: how much of the pool is what is heard, the rest being everybody, where wrong answers are not in the pool already.
     */
    const tell = (into: number, purity: number, left: number, inVain: boolean, mixed: number = 1): void => {
      const to = into * STATISTICS;
      for (let part = 0; part < 2; part++) {
        const share = part === 0 ? mixed : 1 - mixed;
        const at = (part === 0 ? into : EVERYBODY) * POOLED;
        const mass = numbers[at];
        if (share === 0 || !(mass > 1e-12)) continue;
        const scale = share / mass;
        statistics[to] += scale * numbers[at + POOL.listing];
        statistics[to + 1] += scale * numbers[at + POOL.halving];
        let within = 0;
        for (let n = 0; n < BANDS.length; n++) {
          within += scale * numbers[at + POOL.bands + n];
          statistics[to + 2 + n] += within;
        }
        statistics[to + 7] += scale * numbers[at + POOL.top];
        statistics[to + 8] += scale * numbers[at + POOL.gain];
        statistics[to + 9] += (share * Math.log(mass) - scale * numbers[at + POOL.information]) / 8;
        statistics[to + 10] += (share * Math.log(1 + numbers[at + POOL.count])) / 8;
        statistics[to + 11] += (scale * numbers[at + POOL.squares]) / mass;
      }
      statistics[to + 12] = Math.max(0, turns - turn) / 16;
      statistics[to + 13] = worth(next);
      statistics[to + 14] = noise;
      statistics[to + 15] = unknown;
      statistics[to + 16] = hazard;
      statistics[to + 17] = hazard * (useless + (inVain ? 1 : 0));
      statistics[to + 18] = purity;
      statistics[to + 19] = Math.log(1 + left) / 4;
      statistics[to + 20] = next / 16;
      statistics[to + 21] = certain[into];
    };

    for (let k = 0; k < Math.min(size, listSize); k++) now[0] += weights[k] * reward(turn, k + 1);
    chances[UNLISTED] = certain[UNLISTED];
    tell(EVERYBODY, 1, Math.max(0, open - 1), true);
    tell(UNLISTED, 1, open, false);
    const kept = Math.max(1e-12, certain[UNLISTED]);
    for (let b = 0; b < neighbours; b++) {
      shares[EVERYBODY * neighbours + b] = alone[b];
      shares[UNLISTED * neighbours + b] = unlisted[b] / kept;
    }

    const stays = Math.max(0, 1 - hazard * (useless + 1));
    cell = FIRST;
    for (let n = 0; n < questions.length; n++) {
      const answers = state.questions[questions[n]];
      const rest = cell + answers.length;
      const row = (1 + n) * count;
      // A wrong answer is any of the others.
      const wrong = noise / answers.length;
      for (let c = cell; c <= rest; c++) {
        const mass = certain[c];
        const heard = mass * (1 - noise) + (1 - mass) * wrong;
        const purity = noise === 0 || heard <= 0 ? 1 : (mass * (1 - noise)) / heard;
        chances[row + c] = (1 - unknown) * heard * (c === rest ? stays : 1);
        tell(c, purity, open - 1, c === rest, answers.length === 1 ? 1 : purity);
        if (!(mass > 1e-12)) continue;
        const to = c * neighbours;
        for (let b = 0; b < neighbours; b++) {
          if (isOpen[b] === 0) continue;
          let sum = alone[b];
          if (c < rest) sum = together[rowOf[answers[c - cell]] * neighbours + b];
          else for (let a = 0; a < answers.length; a++) sum -= together[rowOf[answers[a]] * neighbours + b];
          // Those that err are a sample of the others.
          const others = mass < 1 ? Math.max(0, alone[b] - sum) / (1 - mass) : 0;
          shares[to + b] = purity * Math.min(1, Math.max(0, sum / mass)) + (1 - purity) * Math.min(1, others);
        }
        // The question that was put is not open any more.
        for (let a = 0; a < answers.length; a++) shares[to + answers[a]] = 0;
      }
      chances[row + EVERYBODY] = unknown * stays;
      cell = rest + 1;
    }
    // A list with an offer is a list; of those that turn it down some say whether what was offered would do.
    offers.forEach((answer, n) => {
      const act = 1 + questions.length + n;
      now[act] = now[0];
      chances[act * count + UNLISTED] = (1 - heeds) * certain[UNLISTED];
      for (const side of [0, 1]) {
        const into = offered + 2 * n + side;
        const mass = certain[into];
        chances[act * count + into] = heeds * mass;
        tell(into, 1, Math.max(0, open - 1), false);
        if (!(mass > 1e-12)) continue;
        for (let k = listSize; k < size; k++) {
          if ((has[answer * stride + items[k]] === 1) !== (side === 0)) continue;
          for (let c = offsets[items[k]]; c < offsets[items[k] + 1]; c++) {
            if (isOpen[codes[c]] === 1) shares[into * neighbours + codes[c]] += weights[k] / mass;
          }
        }
        shares[into * neighbours + answer] = 0;
      }
    });
    return { count, acts, questions, offers, chances, now, statistics, shares, neighbours };
  };
}
