/**
 * The value of every act by exact lookahead (expectimax), for domains that can list the replies.
 *
 *     Q₀(s, a) = Σ p(s′) · worth(s′)                  this reply alone
 *     Qₕ(s, a) = Σ p(s′) · Vₕ₋₁(s′)                   h ≥ 1
 *     Vₖ(s)    = max over acts of Qₖ(s, a);  V₀ = forecast;  an ended state is worth its mean reward
 *
 * This is the multi-turn-aware reward of CollabLLM (MR, arXiv 2502.00640: the expectation of R\* over forward
 * conversations, window w = h) with the expectation summed instead of sampled, and with the assistant's own turns
 * chosen by the same value on its belief.
 *
 * Acts are screened by Q₁ and the best `breadth` of a state are looked into further. Depths are finished one after the
 * other (iterative deepening) on one tree that is kept between them; when the budget runs out, the deepest finished
 * depth is the answer for every act that was looked into, so that no two depths are ever compared.
 * @module
 */
import { type Act, compareActs } from '../conversation/act.ts';
import type { Domain } from './domain.ts';
import { meanReward, tail } from './tail.ts';

/** How far and how wide to look. */
export interface LookaheadOptions {
  /** User turns ahead, a whole number from 0. */
  readonly horizon: number;
  /** Acts of a state that are looked into beyond the first turn: one number, or one per depth, the last one repeated. */
  readonly breadth: number | readonly number[];
  /** At most this many states are expanded (their acts listed and screened). The given state counts as one. */
  readonly expansions: number;
  /** Added to the value of each act of the given state: what it brings beside the reward. */
  readonly gains?: ArrayLike<number>;
}

/** What looking ahead found. Arrays are parallel to the acts given. */
export interface Lookahead {
  readonly values: Float64Array;
  /** How many user turns each value looks ahead; acts that were screened out have less than `depth`. */
  readonly depths: Uint8Array;
  /** The deepest depth that was finished: the horizon, unless the budget ran out. */
  readonly depth: number;
  /** States expanded. */
  readonly expansions: number;
}

interface Branch<State, A extends Act> {
  readonly probability: number;
  readonly state: State;
  node: Node<State, A> | null;
}

interface Node<State, A extends Act> {
  readonly acts: readonly A[];
  /** Q₁ of each act. */
  readonly first: Float64Array;
  /** Positions of the acts that are looked into further, best first. */
  readonly kept: readonly number[];
  readonly branches: (Branch<State, A>[] | undefined)[];
  /** Worth of a state that has no acts. */
  readonly ended: number;
}

/** Looks ahead from `state` at `acts` (which need not be all that the domain offers). */
export function lookAhead<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  state: State,
  acts: readonly A[],
  options: LookaheadOptions,
): Lookahead {
  const { horizon, gains } = options;
  const values = new Float64Array(acts.length);
  const depths = new Uint8Array(acts.length);
  if (horizon === 0) {
    for (let i = 0; i < acts.length; i++) values[i] = replyValue(domain, state, acts[i]) + (gains?.[i] ?? 0);
    return { values, depths, depth: 0, expansions: 1 };
  }

  const tree = new Tree(domain, options);
  const root = tree.expand(state, acts, 1, gains);
  values.set(root.first);
  depths.fill(1);
  let depth = 1;
  const costs = [1];
  while (depth < horizon && fits(costs, options.expansions - tree.expansions)) {
    const before = tree.expansions;
    const deeper = root.kept.map((act) => tree.actValue(root, state, act, depth + 1, 1) + (gains?.[act] ?? 0));
    if (tree.exhausted) break;
    costs.push(tree.expansions - before);
    depth += 1;
    root.kept.forEach((act, i) => {
      values[act] = deeper[i];
      depths[act] = depth;
    });
  }
  return { values, depths, depth, expansions: tree.expansions };
}

/**
 * Whether the next depth may fit into what is left of the budget, going by how the last one grew (and giving it the
 * benefit of the doubt fourfold). A depth that cannot be finished cannot change the answer, so it is not begun.
 */
function fits(costs: readonly number[], left: number): boolean {
  if (left <= 0) return false;
  if (costs.length < 2) return true;
  const [before, last] = costs.slice(-2);
  return last === 0 || (last * last) / before <= 4 * left;
}

/** Q₀(s, a): the mean reward if the conversation ended with the reply to this act. */
function replyValue<State, Intent, A extends Act>(domain: Domain<State, Intent, A>, state: State, act: A): number {
  let sum = 0;
  for (const outcome of domain.outcomes!(state, act)) sum += outcome.probability * meanReward(domain, outcome.state);
  return sum;
}

class Tree<State, Intent, A extends Act> {
  expansions = 0;
  exhausted = false;
  private readonly domain: Domain<State, Intent, A>;
  private readonly options: LookaheadOptions;

  constructor(domain: Domain<State, Intent, A>, options: LookaheadOptions) {
    this.domain = domain;
    this.options = options;
  }

  /** Lists and screens the acts of a state that stands `level` turns from the start, counted from 1. */
  expand(state: State, acts: readonly A[], level: number, gains?: ArrayLike<number>): Node<State, A> {
    this.expansions += 1;
    const { domain } = this;
    const first = new Float64Array(acts.length);
    const branches: Branch<State, A>[][] = [];
    for (let i = 0; i < acts.length; i++) {
      if (domain.estimate) first[i] = domain.estimate(state, acts[i]);
      else {
        branches[i] = this.branch(state, acts[i]);
        for (const { probability, state: next } of branches[i]) first[i] += probability * tail(domain, next);
      }
      if (gains) first[i] += gains[i];
    }
    const kept = best(acts, first, this.breadth(level));
    if (branches.length > 0) {
      const wanted = new Set(kept);
      for (let i = 0; i < acts.length; i++) if (!wanted.has(i)) delete branches[i];
    }
    return { acts, first, kept, branches, ended: acts.length === 0 ? tail(domain, state) : 0 };
  }

  /** Q_depth of one act of a node, for depth ≥ 2. Meaningless once `exhausted`. */
  actValue(node: Node<State, A>, state: State, act: number, depth: number, level: number): number {
    node.branches[act] ??= this.branch(state, node.acts[act]);
    let sum = 0;
    for (const branch of node.branches[act]) {
      if (this.exhausted) return 0;
      sum += branch.probability * this.stateValue(branch, depth - 1, level + 1);
    }
    return sum;
  }

  /** V_depth of the state at the end of a branch, for depth ≥ 1. */
  private stateValue(branch: Branch<State, A>, depth: number, level: number): number {
    if (!branch.node) {
      if (this.expansions >= this.options.expansions) {
        this.exhausted = true;
        return 0;
      }
      branch.node = this.expand(branch.state, this.domain.acts(branch.state), level);
    }
    const node = branch.node;
    if (node.acts.length === 0) return node.ended;
    if (depth === 1) return node.first[node.kept[0]];
    let best = Number.NEGATIVE_INFINITY;
    for (const act of node.kept) {
      const value = this.actValue(node, branch.state, act, depth, level);
      if (value > best) best = value;
    }
    return best;
  }

  private branch(state: State, act: A): Branch<State, A>[] {
    return this.domain.outcomes!(state, act).map((outcome) => ({
      probability: outcome.probability,
      state: outcome.state,
      node: null,
    }));
  }

  private breadth(level: number): number {
    const { breadth } = this.options;
    return typeof breadth === 'number' ? breadth : breadth[Math.min(level, breadth.length) - 1];
  }
}

/** Positions of the `count` greatest values, greatest first; ties by the order of acts. Linear for small counts. */
function best(acts: readonly Act[], values: Float64Array, count: number): number[] {
  const chosen: number[] = [];
  const ahead = (i: number, j: number): boolean =>
    values[i] > values[j] || (values[i] === values[j] && compareActs(acts[i], acts[j]) < 0);
  for (let i = 0; i < acts.length; i++) {
    if (chosen.length === count && !ahead(i, chosen[count - 1])) continue;
    let at = chosen.length === count ? count - 1 : chosen.length;
    while (at > 0 && ahead(i, chosen[at - 1])) {
      chosen[at] = chosen[at - 1];
      at -= 1;
    }
    chosen[at] = i;
  }
  return chosen;
}
