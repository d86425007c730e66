/**
 * The learned policy in the conversation about a table, against planning and against a rule: the same people talk with the
 * concierge, who decides in one of these ways. Is a learned decision there as good to people as a planned one?
 *
 *   npm run -s bench benchmarks/learned-concierge.ts [-- --people N] [--seed S] [--tables WORD] [--train FOLDER]
 *
 * People: the lab's shoppers, strangers to planning and training, talk in words with the trips that ship and with bicycles in
 * three sizes. They are of seven temperaments, have two to four wishes, do not mind most of what they are asked, do not know,
 * err, explain, volunteer, are influenced, and lose patience; one in ten wants what no item is, one in seven changes a wish. At
 * three made tables, the made users of the `offer` probe talk in acts: they go along with half of what is offered, give up
 * wishes, and want what no item is in three of ten cases. Every agent meets the same people, down to the dice.
 *
 * Agents: `rule` asks the N best questions and then shows the lists that `learned` would show, N being the best for the table
 * with other people; `planned`; `learned`, the policy that ships; with `--train`, `trained` for the table with the preset
 * `quick` (kept in the folder; takes minutes for each table).
 *
 * Figures: served: found something, or was told, truly, that nothing here will do; R\*, on one scale for all: 1 for being
 * served, less 1/15 for each turn of the assistant, .0016 for each question, and .1 for each wish given up; place in the list of
 * what was taken; processor time of a decision, over states of which no agent chose the way. 95% bootstrap intervals,
 * differences paired by person. All but the times is the same whenever it is run.
 * @module
 */
import { parseArgs } from 'node:util';
import { builtinCatalog, type LearnedValues } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { shippedPolicy } from '@sente/pocket/node';
import { bootstrapInterval, differences, learnedValues, mean } from '../packages/lab/src/index.ts';
import { bicycleTable } from './support/bicycle-table.ts';
import { decisionTime } from './support/decision-time.ts';
import { madeTable } from './support/made-user-conversation.ts';
import { questionRule } from './support/question-rule.ts';
import { type ShopConversation, shopTable, type Table } from './support/shop-conversation.ts';
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
const bicycles = (items: number): Table<unknown> =>
  shopTable(bicycleTable(items, createRandom('bicycles').split(items)));
/** By kind of people. */
const TABLES: Readonly<Record<string, Readonly<Record<string, () => Table<unknown>>>>> = {
  'shoppers, in words': {
    trips: () => shopTable(builtinCatalog()),
    'bicycles-60': () => bicycles(60),
    'bicycles-300': () => bicycles(300),
    'bicycles-3000': () => bicycles(3_000),
  },
  'made users, in acts': {
    'made-50': () => madeTable('small'),
    'made-500': () => madeTable('medium'),
    'made-5000': () => madeTable('large'),
  },
};

const METRICS: Readonly<Record<string, (told: ShopConversation) => number>> = {
  served: ({ served }) => (served ? 1 : 0),
  'R*': ({ reward }) => reward,
  turns: ({ turns }) => turns,
  questions: ({ questions }) => questions,
  lists: ({ lists }) => lists,
  offers: ({ offers }) => offers,
  'given up': ({ givenUp }) => givenUp,
  place: ({ place = Number.NaN }) => place,
};
const COMPARED = ['served', 'R*', 'turns', 'given up', 'place'];

type Told = readonly ShopConversation[];

async function play(table: Table<unknown>, persons: readonly unknown[], learned?: LearnedValues): Promise<Told> {
  const told: ShopConversation[] = [];
  for (const person of persons) told.push(await table.play(person, learned));
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
async function tunedRule(table: Table<unknown>, others: readonly unknown[]): Promise<LearnedValues> {
  const worth: number[] = [];
  for (let n = 0; n <= MOST_QUESTIONS; n++) {
    worth.push(mean(columnOf(await play(table, others, questionRule(n)), 'R*')));
  }
  const best = worth.indexOf(Math.max(...worth));
  const shown = worth.map((one) => one.toFixed(3)).join(' ');
  console.log(`  rule     ${best} questions; R* with others by number: ${shown}`);
  return questionRule(best);
}

/** Every agent against those before it, `learned` and `trained` not among themselves. */
function compare(told: Readonly<Record<string, Told>>): void {
  for (const a of Object.keys(told).slice(1)) {
    for (const b of a === 'planned' ? ['rule'] : ['rule', 'planned']) {
      const between = (metric: string): Float64Array =>
        differences(columnOf(told[a], metric), columnOf(told[b], metric));
      console.log(`  ${a} − ${b}: ${figures(COMPARED, between)}`);
    }
  }
}

/** What every agent came to at one table. */
async function playTable(name: string, table: Table<unknown>): Promise<Record<string, Told>> {
  const draw = (what: string, count: number): unknown[] =>
    Array.from({ length: count }, (_, n) => table.draw(random.split(name).split(what), n));
  console.log(`${name}: ${people} people`);
  const agents: Record<string, LearnedValues | undefined> = {
    rule: await tunedRule(table, draw('tuning', Math.ceil(people / 2))),
    planned: undefined,
    learned: learnedValues(shippedPolicy()),
    ...(values.train && { trained: learnedValues(await tablePolicy(table.catalog, name, values.train)) }),
  };
  const persons = draw('people', people);
  const told: Record<string, Told> = {};
  for (const [agent, learned] of Object.entries(agents)) {
    const own = await play(table, persons, learned);
    told[agent] = own;
    const time = decisionTime(table, persons.slice(0, TIMED), learned).toFixed(2);
    console.log(`  ${agent.padEnd(8)} ${figures(Object.keys(METRICS), (metric) => columnOf(own, metric))}  ${time} ms`);
  }
  compare(told);
  return told;
}

for (const [kind, tables] of Object.entries(TABLES)) {
  const chosen = Object.entries(tables).filter(([name]) => name.includes(values.tables));
  const all: Record<string, Told> = {};
  for (const [name, open] of chosen) {
    const told = await playTable(name, open());
    for (const [agent, own] of Object.entries(told)) all[agent] = [...(all[agent] ?? []), ...own];
  }
  if (chosen.length < 2) continue;
  console.log(`all tables with ${kind}`);
  for (const [agent, own] of Object.entries(all)) {
    console.log(`  ${agent.padEnd(8)} ${figures(Object.keys(METRICS), (metric) => columnOf(own, metric))}`);
  }
  compare(all);
}
