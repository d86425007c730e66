/**
 * What a simulated user said that it should not have said, turn by turn, against its intent.
 * @module
 */
import type { Catalog, Wish } from '@sente/catalog';
import type { ConductInput } from './conduct.ts';
import { type AskedAbout, type HeardAssistant, hearAssistant } from './hear-assistant.ts';
import { lexiconOf, type Mention, plainText } from './lexicon.ts';

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
/** Words that take a wish back: what they name is not wished. */
const TAKES_BACK =
  /\b(?:forget (?:about|the|it)|drop the|never mind|doesn't matter|does not matter|no longer|don't mind|do not mind|instead of|no preference)\b/;

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

/** Mentions that tell what is wanted, those in a sentence that takes something back left out. */
function toldIn(catalog: Catalog, mentions: readonly Mention[], rest: string): Mention[] {
  return mentions.filter((mention) => {
    const from = Math.max(...['.', '!', '?', ';'].map((mark) => rest.lastIndexOf(mark, mention.from - 1)));
    const end = /[.!?;]/.exec(rest.slice(mention.to))?.index ?? rest.length;
    return says(catalog, mention) && !TAKES_BACK.test(rest.slice(from + 1, mention.to + end));
  });
}

/** What a plain yes or no says about the value that was asked about. */
function plainAnswer(plain: string, { attribute, value }: AskedAbout): Mention[] {
  const [, no, yes] = /^\W*(?:oh,? |well,? )?(?:(no|nope|not really)|(yes|yep|yeah|sure))\b/.exec(plain) ?? [];
  if (value === undefined || (!no && !yes)) return [];
  return [{ attribute, value, negated: no !== undefined, from: -1, to: -1, words: no ?? yes }];
}

/** Whether a mention tells what is wanted, and does not only name an attribute. */
function says(catalog: Catalog, { attribute, value, low, high }: Mention): boolean {
  if (value !== undefined || low !== undefined || high !== undefined) return true;
  return catalog.attributes[attribute].type === 'boolean';
}

/** Words that can mean two attributes agree with the intent if one reading does: mentions by place. */
function groupsOf(mentions: readonly Mention[]): (readonly [number, readonly Mention[]])[] {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const twin = mentions.some(
      (other) => other !== mention && other.from === mention.from && other.attribute !== mention.attribute,
    );
    if (!twin) groups.set(mention.attribute, [...(groups.get(mention.attribute) ?? []), mention]);
  }
  return [...groups];
}

function isHeldOut(
  heldOut: ReadonlyMap<number, ReadonlySet<number>>,
  attribute: number,
  value: number | undefined,
  catalog: Catalog,
): boolean {
  const values = heldOut.get(attribute);
  return (
    values !== undefined && (value === undefined ? catalog.attributes[attribute].type === 'boolean' : values.has(value))
  );
}

/** Whether a mention is in keeping with a wish. */
function agrees(catalog: Catalog, { attribute, value, low, high, negated }: Mention, wish: Wish): boolean {
  const isBoolean = catalog.attributes[attribute].type === 'boolean';
  if (wish.kind === 'range') {
    if (low === undefined && high === undefined) return value === undefined || negated;
    const [from, to] = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY];
    return (
      negated ||
      (from <= (wish.high ?? Number.POSITIVE_INFINITY) &&
        to >= (wish.low ?? Number.NEGATIVE_INFINITY) &&
        (from !== Number.NEGATIVE_INFINITY || wish.low === undefined || to > wish.low))
    );
  }
  const said = value ?? (isBoolean ? 0 : undefined);
  if (said === undefined) return true;
  const yes = wish.kind === 'is' ? wish.values.includes(said) : !wish.values.includes(said);
  return negated ? !yes : yes;
}

/** The item that a turn takes: "I'll take …", "the second one, please". */
function takenIn(plain: string, items: readonly number[], last: readonly number[]): number | undefined {
  if (!/\b(?:i'll take|i take|i'll go for|i'd like to book|i want to book|i'll have|i'll book)\b/.test(plain))
    return undefined;
  if (items.length > 0) return items[0];
  const rank = /\b(first|second|third)\b/.exec(plain)?.[1];
  return last[rank === 'second' ? 1 : rank === 'third' ? 2 : 0];
}
