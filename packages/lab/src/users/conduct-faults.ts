/**
 * What a simulated user said that it should not have said, turn by turn, against its intent.
 * @module
 */
import type { ConductInput } from './conduct.ts';
import { agrees, groupsOf, isHeldOut, plainAnswer, takenIn, toldIn } from './conduct-reading.ts';
import { type AskedAbout, type HeardAssistant, hearAssistant } from './hear-assistant.ts';
import { lexiconOf, plainText } from './lexicon.ts';

/** One fault. */
export interface UserFault {
  readonly kind: 'leak' | 'contradiction';
  /** Position in the conversation's turns. */
  readonly turn: number;
  /** For a person: "tells 4 wishes unasked". */
  readonly what: string;
}

/** Most wishes that may come out in a turn without being asked for. */
const UNASKED = 2;

/** What has been said when a turn is judged. */
interface Sofar {
  /** Items that the assistant named. */
  readonly named: Set<number>;
  /** Values that the assistant held out, by attribute. */
  readonly heldOut: Map<number, Set<number>>;
  /** Attributes that the user told a wish about. */
  readonly out: Set<number>;
  /** Items of the assistant's last list. */
  last: readonly number[];
  asked: ReadonlySet<number>;
  yesNo: AskedAbout | undefined;
}

/** All faults, in order. */
export function userFaults(input: ConductInput): readonly UserFault[] {
  const { shop, turns } = input;
  const sofar: Sofar = {
    named: new Set(),
    heldOut: new Map(),
    out: new Set(),
    last: [],
    asked: new Set(),
    yesNo: undefined,
  };
  return turns.flatMap(({ speaker, text }, turn) => {
    if (speaker === 'user') return faultsIn(input, sofar, turn, text);
    hear(sofar, hearAssistant(shop, text));
    return [];
  });
}

function hear(sofar: Sofar, heard: HeardAssistant): void {
  for (const item of heard.items) sofar.named.add(item);
  if (heard.items.length > 0) sofar.last = heard.items;
  sofar.yesNo = heard.questions.length === 1 && heard.items.length === 0 ? heard.questions[0] : undefined;
  sofar.asked = new Set([...heard.questions, ...heard.suggestions].map(({ attribute }) => attribute));
  for (const { attribute, value } of [...heard.suggestions, ...heard.questions]) {
    if (value === undefined) continue;
    sofar.heldOut.set(attribute, (sofar.heldOut.get(attribute) ?? new Set()).add(value));
  }
}

function faultsIn({ shop, intent, noisy = [] }: ConductInput, sofar: Sofar, turn: number, text: string): UserFault[] {
  const { catalog } = shop;
  const lexicon = lexiconOf(shop);
  const plain = plainText(text);
  const { found, rest } = lexicon.items(plain);
  const items = found.map(({ item }) => item);
  const told = toldIn(catalog, lexicon.mentions(rest), rest);
  if (sofar.yesNo && told.every(({ attribute }) => attribute !== sofar.yesNo?.attribute))
    told.push(...plainAnswer(plain, sofar.yesNo));
  const { wishes, changes = [], acceptable, limit } = intent;
  const lasting = new Set(wishes.map(({ attribute }) => attribute));
  const faults: UserFault[] = [];
  const fault = (kind: UserFault['kind'], what: string): void => {
    faults.push({ kind, turn, what });
  };

  const fresh = wishes.filter(
    ({ attribute }) =>
      !sofar.out.has(attribute) &&
      !sofar.asked.has(attribute) &&
      told.some((mention) => mention.attribute === attribute),
  );
  if (fresh.length > UNASKED) fault('leak', `tells ${fresh.length} wishes unasked`);
  for (const { said, then } of changes) {
    const about = told.filter(({ attribute }) => attribute === said.attribute);
    if (!then || about.length === 0 || sofar.out.has(said.attribute) || noisy.includes(said.attribute)) continue;
    if (
      about.some((mention) => agrees(catalog, mention, then)) &&
      about.every((mention) => !agrees(catalog, mention, said))
    ) {
      fault('leak', `tells a change of mind before it: “${about[0].words}”`);
    }
  }
  const limited = told.find(
    ({ attribute, low, high }) => (low ?? high) === limit && wishes.every((wish) => wish.attribute !== attribute),
  );
  if (limit !== undefined && limited) fault('leak', `tells the most that it pays: “${limited.words}”`);
  const early = items.find((item) => !sofar.named.has(item) && acceptable.includes(item));
  if (early !== undefined) fault('leak', `names an item that nobody had named: “${shop.names[early]}”`);

  for (const [attribute, group] of groupsOf(told)) {
    if (noisy.includes(attribute)) continue;
    const truths = [...wishes, ...changes.map(({ said }) => said)].filter((wish) => wish.attribute === attribute);
    const isTrue =
      group.some((mention) => truths.some((wish) => agrees(catalog, mention, wish))) ||
      (!lasting.has(attribute) &&
        group.every(({ value, negated }) => negated || isHeldOut(sofar.heldOut, attribute, value, catalog)));
    if (!isTrue)
      fault(
        'contradiction',
        `says “${group.map(({ words }) => words).join(', ')}” of ${catalog.attributes[attribute].label}`,
      );
  }
  const taken = takenIn(plain, items, sofar.last);
  if (taken !== undefined && !acceptable.includes(taken)) fault('contradiction', `takes “${shop.names[taken]}”`);
  for (const { attribute } of told) sofar.out.add(attribute);
  return faults;
}
