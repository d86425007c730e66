/**
 * The learned policy in the conversation about a table, against planning and against a rule: the same people talk in words with
 * the concierge, who decides in one of these ways. Is a learned decision there as good to people as a planned one?
 *
 *   npm run -s bench benchmarks/learned-concierge.ts [-- --people N] [--seed S] [--tables WORD] [--train FOLDER]
 *
 * People are the lab's shoppers, strangers to planning and training: of seven temperaments, with two to four wishes, who do not
 * mind most of what they are asked, do not know, err, explain, volunteer, are influenced, and lose patience; one in ten wants
 * what no item is, one in seven changes a wish. Every agent meets the same ones, down to the dice.
 *
 * Tables: the trips that ship, and bicycles in three sizes. Agents: `rule` asks the N best questions and then shows the lists
 * that `learned` would show, N being the best for the table with other people; `planned`; `learned`, the policy that ships; with
 * `--train`, `trained` for the table with the preset `quick` (kept in the folder; takes minutes for each table).
 *
 * Figures: served: found something, or was told, truly, that nothing here will do; R\*, on one scale for all: 1 for being
 * served, less 1/15 for each turn of the assistant and .0016 for each question; place in the list of what was taken; processor
 * time of a decision, over states of which no agent chose the way. 95% bootstrap intervals, differences paired by person.
 * All but the times is the same whenever it is run.
 * @module
 */
import { parseArgs } from 'node:util';
import { builtinCatalog, type LearnedValues } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { shippedPolicy } from '@sente/pocket/node';
import { bootstrapInterval, differences, learnedValues, mean, openShop, type Shop } from '../packages/lab/src/index.ts';
import { bicycleTable } from './support/bicycle-table.ts';
import { decisionTime } from './support/decision-time.ts';
import { questionRule } from './support/question-rule.ts';
import { drawShopper, playShopper, type ShopConversation, type Shopper } from './support/shop-conversation.ts';
import { tablePolicy } from './support/table-policy.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    tables: { type: 'string', default: '' },
    train: { type: 'string' },
  },
});
const people = Number(values.people);
if (!Number.isInteger(people) || people < 2) throw new RangeError('--people must be a whole number from 2');
const MOST_QUESTIONS = 6;
/** Shoppers whose wishes make the states that decisions are timed in. */
const TIMED = 60;

const random = createRandom(values.seed).split('learned concierge');
const bicycles = (items: number): Shop => openShop(bicycleTable(items, createRandom('bicycles').split(items)));
const TABLES: Readonly<Record<string, () => Shop>> = {
  trips: () => openShop(builtinCatalog()),
  'bicycles-60': () => bicycles(60),
  'bicycles-300': () => bicycles(300),
  'bicycles-3000': () => bicycles(3_000),
};

const METRICS: Readonly<Record<string, (told: ShopConversation) => number>> = {
  served: ({ served }) => (served ? 1 : 0),
  'R*': ({ reward }) => reward,
  turns: ({ turns }) => turns,
  questions: ({ questions }) => questions,
  lists: ({ lists }) => lists,
  offers: ({ offers }) => offers,
  place: ({ place = Number.NaN }) => place,
};
const COMPARED = ['served', 'R*', 'turns', 'place'];

type Told = readonly ShopConversation[];

async function play(shop: Shop, shoppers: readonly Shopper[], learned?: LearnedValues): Promise<Told> {
  const told: ShopConversation[] = [];
  for (const shopper of shoppers) told.push(await playShopper(shop, shopper, learned));
  return told;
}

function figures(of: readonly string[], column: (metric: string) => Float64Array): string {
  return of
    .map((metric) => {
      const numbers = column(metric);
      const { low, high } = bootstrapInterval(numbers, random.split('intervals'));
      const [middle, ...ends] = [mean(numbers), low, high].map((one) => one.toFixed(metric === 'turns' ? 2 : 3));
      return `${metric} ${middle} [${ends.join(', ')}]`;
    })
    .join('  ');
}

const columnOf = (told: Told, metric: string): Float64Array => Float64Array.from(told, METRICS[metric]);

/** The number of questions that does best with other people. */
async function tunedRule(shop: Shop, draw: (what: string, count: number) => Shopper[]): Promise<LearnedValues> {
  const others = draw('tuning', Math.ceil(people / 2));
  const worth: number[] = [];
  for (let n = 0; n <= MOST_QUESTIONS; n++) {
    worth.push(mean(columnOf(await play(shop, others, questionRule(n)), 'R*')));
  }
  const best = worth.indexOf(Math.max(...worth));
  console.log(
    `  rule     ${best} questions; R* with others by number: ${worth.map((one) => one.toFixed(3)).join(' ')}`,
  );
  return questionRule(best);
}

for (const [name, open] of Object.entries(TABLES).filter(([table]) => table.includes(values.tables))) {
  const shop = open();
  const draw = (what: string, count: number): Shopper[] =>
    Array.from({ length: count }, (_, n) => drawShopper(shop, random.split(name).split(what).split(n)));
  console.log(`${name}: ${people} people`);
  const agents: Record<string, LearnedValues | undefined> = {
    rule: await tunedRule(shop, draw),
    planned: undefined,
    learned: learnedValues(shippedPolicy()),
    ...(values.train && { trained: learnedValues(await tablePolicy(shop.catalog, name, values.train)) }),
  };
  const shoppers = draw('people', people);
  const told: Record<string, Told> = {};
  for (const [agent, learned] of Object.entries(agents)) {
    const own = await play(shop, shoppers, learned);
    told[agent] = own;
    const time = decisionTime(shop, shoppers.slice(0, TIMED), learned);
    console.log(
      `  ${agent.padEnd(8)} ${figures(Object.keys(METRICS), (metric) => columnOf(own, metric))}  ${time.toFixed(2)} ms`,
    );
  }
  for (const a of Object.keys(agents).slice(1)) {
    for (const b of a === 'planned' ? ['rule'] : ['rule', 'planned']) {
      const between = (metric: string): Float64Array =>
        differences(columnOf(told[a], metric), columnOf(told[b], metric));
      console.log(`  ${a} − ${b}: ${figures(COMPARED, between)}`);
    }
  }
}
