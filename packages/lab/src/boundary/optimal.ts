/**
 * What each act is worth in the pocket shop, exactly: the boundary between asking and answering that agents are held
 * against. Backward induction over beliefs (a finite-horizon POMDP; Kaelbling, Littman & Cassandra 1998), by the rules of
 * the pocket's stakes: a wrong recommendation costs the turn and WRONG, and rules out one bag; a question costs the turn, and
 * is answered with chance ANSWERS or never; an accepting turn costs nothing; after PATIENCE user turns there is nothing more.
 *
 * Values of an attribute that no refused bag had are interchangeable, so that few states are left to solve.
 * @module
 */
import {
  ABSTAIN,
  ANSWERS,
  ATTRIBUTE_NAMES,
  type Attribute,
  type Bag,
  bagNumber,
  fits,
  PATIENCE,
  SUCCESS,
  TURN_COST,
  WRONG,
} from '@sente/pocket';
import type { ShopState } from './state.ts';

/** Expected R\* from here on, the best being played afterwards. */
export interface ActValues {
  /** Of the best bag to recommend. */
  readonly recommend: number;
  /** Of the best question. */
  readonly ask: number;
  readonly abstain: number;
  /** Of a question about each attribute. */
  readonly asks: Readonly<Record<Attribute, number>>;
  /** Of a turn that brings nothing: words that nobody understands. */
  readonly nothing: number;
  /** Of recommending a bag that cannot be the one. */
  readonly misfit: number;
}

/** The three acts that the boundary runs between. */
export type ShopAct = 'ask' | 'recommend' | 'abstain';

/** Values of all acts, looking at most `turns` user turns ahead; with PATIENCE it is the truth. */
export function optimal(state: ShopState, turns: number = PATIENCE): ActValues {
  const node = nodeOf(state, turns);
  const rules = rulesOf(state);
  if (node.turns === 0) {
    // The user has left: nothing is worth anything.
    return { recommend: 0, ask: 0, abstain: 0, asks: { size: 0, colour: 0, material: 0 }, nothing: 0, misfit: 0 };
  }
  const [size, colour, material] = ATTRIBUTE_NAMES.map((_, place) => askValue(node, place, rules));
  const nothing = -rules.cost + worthOf({ ...node, turns: node.turns - 1 }, rules);
  return {
    recommend: bestRecommendation(node, rules),
    ask: Math.max(size, colour, material),
    abstain: ABSTAIN,
    asks: { size, colour, material },
    nothing,
    misfit: nothing - WRONG,
  };
}

/** What recommending this very bag is worth. Bags differ once one was refused. */
export function recommendValue(state: ShopState, bag: Bag, turns: number = PATIENCE): number {
  const node = nodeOf(state, turns);
  const rules = rulesOf(state);
  if (node.turns === 0) return 0;
  const isPossible = fits(bag, state.wishes) && !state.wrong.some((one) => bagNumber(one) === bagNumber(bag));
  if (!isPossible) return optimal(state, turns).misfit;
  const wishes = ATTRIBUTE_NAMES.map((attribute) => state.wishes[attribute].indexOf(bag[attribute]));
  return tryValue(node, relabelled([...refusedPlaces(state), wishes]).at(-1)!, rules);
}

/** The act that is worth most. */
export function bestAct({ ask, recommend, abstain }: ActValues): ShopAct {
  if (ask > recommend && ask > abstain) return 'ask';
  return recommend >= abstain ? 'recommend' : 'abstain';
}

/** What asking is worth above the best other act. */
export function marginOf({ ask, recommend, abstain }: ActValues): number {
  return ask - Math.max(recommend, abstain);
}

/** A state up to renaming of values: places instead of values, in the order in which refused bags had them. */
interface Node {
  /** Values that would do, attribute by attribute. */
  readonly sizes: readonly number[];
  readonly shut: readonly boolean[];
  readonly wrong: readonly (readonly number[])[];
  readonly turns: number;
}

interface Rules {
  readonly name: string;
  readonly cost: number;
  readonly answers: number;
}

function rulesOf({ hurry, reliability }: ShopState): Rules {
  return { name: `${hurry} ${reliability}`, cost: TURN_COST[hurry], answers: ANSWERS[reliability] };
}

function refusedPlaces({ wishes, wrong }: ShopState): number[][] {
  return wrong
    .filter((bag) => fits(bag, wishes))
    .map((bag) => ATTRIBUTE_NAMES.map((attribute) => wishes[attribute].indexOf(bag[attribute])));
}

function nodeOf(state: ShopState, turns: number): Node {
  return {
    sizes: ATTRIBUTE_NAMES.map((attribute) => state.wishes[attribute].length),
    shut: ATTRIBUTE_NAMES.map((attribute) => state.unanswerable.includes(attribute)),
    wrong: relabelled(refusedPlaces(state)),
    turns: Math.min(state.turns, turns),
  };
}

/** Places numbered anew, attribute by attribute, by first appearance. */
function relabelled(bags: readonly (readonly number[])[]): number[][] {
  const names = ATTRIBUTE_NAMES.map(() => new Map<number, number>());
  return bags.map((bag) =>
    bag.map((place, at) => {
      const known = names[at].get(place) ?? names[at].size;
      names[at].set(place, known);
      return known;
    }),
  );
}

const solved = new Map<string, number>();

function worthOf(node: Node, rules: Rules): number {
  if (node.turns === 0) return 0;
  const key = JSON.stringify([rules.name, node.sizes, node.shut, node.wrong, node.turns]);
  const known = solved.get(key);
  if (known !== undefined) return known;
  const questions = ATTRIBUTE_NAMES.map((_, place) => askValue(node, place, rules));
  const value = Math.max(ABSTAIN, bestRecommendation(node, rules), ...questions);
  solved.set(key, value);
  return value;
}

const left = ({ sizes, wrong }: Node): number => sizes.reduce((product, size) => product * size, 1) - wrong.length;

/** Places that differ: those that refused bags had, and one of the others. */
function distinctPlaces({ sizes, wrong }: Node, at: number): number[] {
  const used = new Set(wrong.map((bag) => bag[at])).size;
  return Array.from({ length: Math.min(sizes[at], used + 1) }, (_, place) => place);
}

function bestRecommendation(node: Node, rules: Rules): number {
  const [sizes, colours, materials] = ATTRIBUTE_NAMES.map((_, at) => distinctPlaces(node, at));
  const bags = sizes.flatMap((size) =>
    colours.flatMap((colour) => materials.map((material) => [size, colour, material])),
  );
  const refused = new Set(node.wrong.map(String));
  const values = bags.filter((bag) => !refused.has(String(bag))).map((bag) => tryValue(node, bag, rules));
  // All that fit were refused: whatever is recommended now is wrong.
  return values.length > 0
    ? Math.max(...values)
    : -WRONG - rules.cost + worthOf({ ...node, turns: node.turns - 1 }, rules);
}

function tryValue(node: Node, bag: readonly number[], rules: Rules): number {
  const right = 1 / left(node);
  if (right === 1) return SUCCESS;
  const after = { ...node, wrong: relabelled([...node.wrong, bag]), turns: node.turns - 1 };
  return right * SUCCESS + (1 - right) * (-WRONG - rules.cost + worthOf(after, rules));
}

function askValue(node: Node, at: number, rules: Rules): number {
  const after = { ...node, turns: node.turns - 1 };
  if (node.shut[at] || node.sizes[at] === 1) return -rules.cost + worthOf(after, rules);
  const all = left(node);
  const others = node.sizes[at] - distinctPlaces(node, at).length;
  let answered = 0;
  for (const place of distinctPlaces(node, at)) {
    const settled: Node = {
      ...after,
      sizes: node.sizes.map((size, k) => (k === at ? 1 : size)),
      wrong: relabelled(node.wrong.filter((bag) => bag[at] === place)),
    };
    // The last of the distinct places stands for all that no refused bag had.
    const isFresh = !node.wrong.some((bag) => bag[at] === place);
    const bags = left(settled);
    if (bags > 0) answered += (((isFresh ? others + 1 : 1) * bags) / all) * worthOf(settled, rules);
  }
  const shut = { ...after, shut: node.shut.map((is, k) => is || k === at) };
  return -rules.cost + rules.answers * answered + (1 - rules.answers) * worthOf(shut, rules);
}
