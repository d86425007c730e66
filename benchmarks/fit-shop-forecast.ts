/**
 * Fits the shopkeeper's forecast of a sale (`packages/catalog/src/keeper/forecast-weights.ts`), and tells how good it is
 * on conversations that it was not fitted on.
 *
 *     npm run -s bench benchmarks/fit-shop-forecast.ts
 *
 * The people are the catalogue's own imagined shoppers (an item in mind, wishes about some attributes) and the
 * shopkeeper's own imagined hagglers (a limit), with a few habits: some only look, all lose patience. None of the lab's
 * users takes part. How many visitors of a shop buy, nobody can know beforehand: habits are set so that about half of the
 * conversations end in a sale. One conversation gives an example for each of its turns, with a weight of one in all;
 * halves are split by conversation.
 */
import {
  addWish,
  builtinCatalog,
  type CatalogState,
  closeAttribute,
  decideTurn,
  dropWish,
  indexCatalog,
  nextTurn,
  rejectItems,
  SHOPPER_MODEL,
  startState,
  wishForValue,
} from '@sente/catalog';
import { createRandom, planned, type Random } from '@sente/engine';
import { drawShoppers, INDIFFERENT, suitsReply } from '../packages/catalog/src/domain/draw-shoppers.ts';
import { openAttributes } from '../packages/catalog/src/domain/shoppers.ts';
import { type BargainState, createBargainDomain } from '../packages/catalog/src/keeper/bargain-domain.ts';
import {
  afterOffer,
  afterRefusal,
  nextOffer,
  someBuyer,
  TAKES,
  walking,
} from '../packages/catalog/src/keeper/buyer-model.ts';
import {
  BARGAIN_FEATURES,
  bargainFeatures,
  SEARCH_FEATURES,
  searchFeatures,
} from '../packages/catalog/src/keeper/forecast-features.ts';

const SEARCHES = 1200;
const HAGGLES = 1200;
const TURNS = 12;
/** Share of people who take what pleases them; the others only look. */
const BUYERS = 0.65;

interface Example {
  readonly conversation: number;
  readonly features: readonly number[];
  readonly outcome: number;
  /** One over the turns of its conversation. */
  readonly weight: number;
}

/** One imagined shopper with the planner, turn by turn: the features of each turn, and whether something was taken. */
function search(person: number, random: Random): { features: number[][]; taken: boolean } {
  const { replies, width } = people;
  const given = new Set<number>();
  const own = (attribute: number): number =>
    given.has(attribute) ? INDIFFERENT : replies[person * width + open.indexOf(attribute)];
  const cared = open.filter((attribute) => own(attribute) !== INDIFFERENT);
  const pleases = (item: number): boolean =>
    open.every((attribute) => suitsReply(index, attribute, item, own(attribute)));
  const buys = random.next() < BUYERS;
  const patience = 5 + random.integer(6);
  const features: number[][] = [];
  let state: CatalogState = startState(index);
  let shows = 0;
  const wish = (attribute: number): void => {
    state = addWish(index, state, wishForValue(catalog.attributes[attribute], attribute, own(attribute)), '');
  };
  const unsaid = (): number[] =>
    cared.filter((attribute) => state.wishes.every((one) => one.wish.attribute !== attribute));
  for (const attribute of unsaid().slice(0, random.integer(3))) wish(attribute);
  for (let turn = 0; turn < TURNS; turn++) {
    const { chosen } = decideTurn(index, state, { horizon: 2 }, random);
    state = nextTurn(state);
    features.push(searchFeatures(state, chosen, shows));
    if (random.next() < (turn >= patience ? 0.3 : 0.02)) break;
    if (chosen.kind === 'abstain') break;
    if (chosen.kind === 'ask') {
      if (own(chosen.attribute) === INDIFFERENT) state = closeAttribute(index, state, chosen.attribute);
      else wish(chosen.attribute);
    }
    const changes = chosen.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact] : []));
    if (changes.length > 0) {
      if (random.next() < 0.25) break;
      // As often as not one of the changes is gone along with, and then what it brings may please.
      const [change] = random.next() < 0.5 ? [random.pick(changes)] : changes;
      for (const { attribute } of change.wishes) given.add(attribute);
      if (chosen.kind === 'recommend' && buys && chosen.items.some(pleases)) return { features, taken: true };
      for (const { attribute } of change.wishes) state = dropWish(index, state, attribute);
      if (chosen.kind === 'recommend') shows++;
      continue;
    }
    if (chosen.kind === 'recommend') {
      shows++;
      if (chosen.items.some(pleases)) {
        if (buys && random.next() < 0.85) return { features, taken: true };
        if (!buys && random.next() < 0.5) break;
      }
      state = rejectItems(state, chosen.items);
      const broken = unsaid();
      if (broken.length > 0 && random.next() < 0.5) wish(random.pick(broken));
    }
    if (unsaid().length > 0 && random.next() < 0.25) wish(random.pick(unsaid()));
  }
  return { features, taken: false };
}

/** One imagined haggler with the planner. */
function haggle(random: Random): { features: number[][]; taken: boolean } {
  const list = 100 + 10 * random.integer(150);
  const terms = { list, reserve: Math.round(list * (0.6 + 0.35 * random.next())), step: list >= 200 ? 5 : 1 };
  const limit = list * (0.6 + 0.6 * random.next());
  const features: number[][] = [];
  // Tactics differ: some come up at once, others hardly at all.
  const pace = 1.5 * random.next();
  let offer = limit * (0.6 + 0.3 * random.next());
  let state: BargainState = {
    buyer: someBuyer(list),
    offer: 0,
    ask: list,
    round: 0,
    final: false,
    now: 'open',
    price: 0,
  };
  for (let round = 0; round < TURNS; round++) {
    const final = random.next() < 0.06 * round;
    const refused = round > 0 ? afterRefusal(state.buyer, state.ask) : state.buyer;
    state = { ...state, buyer: afterOffer(refused, list, offer, state.offer, state.ask, final), offer, final };
    const domain = createBargainDomain(terms, state.round);
    const { chosen } = planned({ domain, horizon: 2, breadth: 4 }).decide(state, random);
    if (chosen.kind === 'answer') return { features, taken: true };
    state = { ...state, ask: chosen.price, round: state.round + 1, final: false };
    features.push(bargainFeatures(terms, state));
    if (limit >= state.ask && random.next() < TAKES * pace) return { features, taken: true };
    if (random.next() < (limit >= state.ask ? 0.02 : walking(round, final))) break;
    offer = Math.max(offer, offer + pace * (nextOffer(limit, offer, state.ask) - offer));
  }
  return { features, taken: false };
}

/** Logistic regression by gradient descent on standardised features, with a little ridge. */
function regress(examples: readonly Example[], width: number): number[] {
  const mean = Array.from({ length: width }, (_, k) => average(examples.map(({ features }) => features[k])));
  const deviation = mean.map((m, k) => Math.sqrt(average(examples.map(({ features }) => (features[k] - m) ** 2))) || 1);
  const rows = examples.map(({ features }) => features.map((x, k) => (k === 0 ? 1 : (x - mean[k]) / deviation[k])));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Array<number>(width).fill(0);
  for (let step = 0; step < 3000; step++) {
    const slope = new Array<number>(width).fill(0);
    rows.forEach((row, i) => {
      const error = sigmoid(row.reduce((sum, x, k) => sum + x * weights[k], 0)) - examples[i].outcome;
      for (let k = 0; k < width; k++) slope[k] += (examples[i].weight * error * row[k]) / total;
    });
    for (let k = 0; k < width; k++) weights[k] -= 0.5 * (slope[k] + (k === 0 ? 0 : 0.001 * weights[k]));
  }
  const plain = weights.map((weight, k) => (k === 0 ? weight : weight / deviation[k]));
  plain[0] -= plain.reduce((sum, weight, k) => (k === 0 ? sum : sum + weight * mean[k]), 0);
  return plain.map((weight) => Number(weight.toFixed(4)));
}

function report(name: string, examples: readonly Example[], names: readonly string[]): void {
  const train = examples.filter(({ conversation }) => conversation % 2 === 0);
  const test = examples.filter(({ conversation }) => conversation % 2 === 1);
  const weights = regress(train, names.length);
  const forecasts = test.map(({ features }) => sigmoid(features.reduce((sum, x, k) => sum + x * weights[k], 0)));
  const all = test.reduce((sum, { weight }) => sum + weight, 0);
  const base = test.reduce((sum, { outcome, weight }) => sum + weight * outcome, 0) / all;
  const brier = test.reduce((sum, { outcome, weight }, i) => sum + weight * (forecasts[i] - outcome) ** 2, 0) / all;
  const skill = 1 - brier / (base * (1 - base));
  console.log(
    `${name}: ${test.length} turns held out, base rate ${base.toFixed(3)}, Brier ${brier.toFixed(4)}, skill ${skill.toFixed(3)}`,
  );
  console.log(`  [${weights.join(', ')}]`);
  names.forEach((feature, k) => void console.log(`  ${weights[k].toFixed(3).padStart(8)}  ${feature}`));
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

const catalog = builtinCatalog();
const index = indexCatalog(catalog);
const open = openAttributes(index, startState(index));
const drawn = drawShoppers(index, startState(index), { ...SHOPPER_MODEL, shoppers: SEARCHES }, open);
const people = { replies: drawn.replies, width: open.length };
const random = createRandom('fit-shop-forecast');

function examplesOf(count: number, play: (n: number) => { features: number[][]; taken: boolean }): Example[] {
  return Array.from({ length: count }, (_, conversation) => {
    const { features, taken } = play(conversation);
    return features.map((row) => ({
      conversation,
      features: row,
      outcome: Number(taken),
      weight: 1 / features.length,
    }));
  }).flat();
}

report(
  'search',
  examplesOf(SEARCHES, (n) => search(n, random.split('search').split(n))),
  SEARCH_FEATURES,
);
report(
  'bargain',
  examplesOf(HAGGLES, (n) => haggle(random.split('haggle').split(n))),
  BARGAIN_FEATURES,
);
