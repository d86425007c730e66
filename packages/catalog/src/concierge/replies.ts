/**
 * Replies whose meaning hangs on what the assistant did last: yes, no, don't mind, the second one, none of these.
 * @module
 */
import type { Fact } from '../domain/act.ts';
import { addWish, closeAttribute, dropWish, rejectItems, ruleOut } from '../domain/state.ts';
import { answersTo } from '../speak/options.ts';
import { traitInWords } from '../speak/wish-words.ts';
import type { Move } from '../table/wish.ts';
import { wishForOption } from './bounds.ts';
import { changesIn, relaxationKey } from './dialogue.ts';
import { beside, moveTo, note, type Progress, wishFor } from './progress.ts';

/** Yes: to a question its value, to suggestions all of them, to one change that change, to one item the item. */
export function sayYes(progress: Progress): Progress {
  const act = progress.dialogue.open?.act;
  if (!act) return note(progress, { kind: 'yes' });
  if (act.kind === 'recommend') {
    // "Yes" to several items that one change would bring is a yes to the change.
    const change = act.items.length > 1 && changesIn(act).length === 1 && !TAKES_ITEM.test(progress.said);
    return change ? choose(progress, 1) : accept(progress, undefined);
  }
  const { index } = progress;
  if (act.kind === 'ask') {
    const value = act.value ?? (index.catalog.attributes[act.attribute].type === 'boolean' ? 0 : undefined);
    if (value !== undefined) return wishFor(progress, wishForOption(index, act.attribute, [value]), progress.said);
  }
  const suggested = suggestionsIn(progress);
  if (suggested.length > 0) {
    return suggested.reduce((before, { attribute, value }) => agree(before, attribute, value), progress);
  }
  const changes = changesIn(act);
  return changes.length === 1 ? choose(progress, 1) : beside(note(progress, { kind: 'yes' }), { kind: 'which' });
}

function suggestionsIn({ dialogue }: Progress): Extract<Fact, { kind: 'suggest' }>[] {
  return (dialogue.open?.act.facts ?? []).flatMap((fact) => (fact.kind === 'suggest' ? [fact] : []));
}

/** "That would do" to a suggested value. */
function agree(progress: Progress, attribute: number, value: number): Progress {
  const { index, change, agreed } = progress;
  const wish = wishForOption(index, attribute, [value]);
  const after = wishFor(progress, wish, traitInWords(index.catalog.attributes[attribute], value));
  return { ...after, agreed: [...agreed, attribute], change: { ...change, agreed: [...change.agreed, wish] } };
}

/** No: to a question the opposite, to items none of them, to an offer that it is declined and not made again. */
export function sayNo(progress: Progress): Progress {
  const act = progress.dialogue.open?.act;
  if (!act || act.kind === 'abstain') return note(progress, { kind: 'no' });
  if (changesIn(act).length > 0) return decline(progress);
  if (act.kind === 'recommend') return reject(progress, undefined);
  if (act.kind === 'ask') {
    const { attribute, value } = act;
    if (progress.index.catalog.attributes[attribute].type === 'boolean') {
      return wishFor(progress, { kind: 'is', attribute, values: [value === 1 ? 0 : 1] }, progress.said);
    }
    if (value !== undefined) return wishFor(progress, { kind: 'not', attribute, values: [value] }, progress.said);
    // "No" to an open question with a suggestion along turns down both.
    return leaveOpen(progress, { kind: 'indifferent' });
  }
  return decline(progress);
}

function decline(progress: Progress): Progress {
  const { dialogue } = progress;
  const keys = changesIn(dialogue.open?.act).map(relaxationKey);
  const declined = [...dialogue.declined, ...keys];
  return moveTo({ ...note(progress, { kind: 'no' }), dialogue: { ...dialogue, declined } }, dialogue.state);
}

/** Does not mind, or does not know: the attribute stays open and is asked no more. */
export function leaveOpen(progress: Progress, move: Extract<Move, { kind: 'indifferent' | 'unknown' }>): Progress {
  const attribute = move.attribute ?? askedIn(progress);
  if (attribute === undefined) return undecided(progress, move);
  const state = closeAttribute(progress.index, progress.dialogue.state, attribute);
  const list = progress.change[move.kind];
  return moveTo(note(progress, { ...move, attribute }), state, { [move.kind]: [...list, attribute] });
}

/**
 * "I don't mind" to a list hands the choice over, and "I don't know" asks for help with it. An offer of changes to the
 * wishes is the user's to take.
 */
function undecided(progress: Progress, move: Extract<Move, { kind: 'indifferent' | 'unknown' }>): Progress {
  const noted = note(progress, move);
  const act = progress.dialogue.open?.act;
  if (act?.kind !== 'recommend') return beside(noted, { kind: 'which' });
  if (move.kind === 'unknown') return { ...noted, leaning: 'ask', decides: true };
  return act.items.length > 1 ? { ...noted, leaning: 'pick', decides: true } : beside(noted, { kind: 'which' });
}

function askedIn(progress: Progress): number | undefined {
  const act = progress.dialogue.open?.act;
  if (act?.kind === 'ask') return act.attribute;
  const fact = act?.kind === 'offer' ? act.facts[0] : undefined;
  return fact?.kind === 'suggest' ? fact.attribute : undefined;
}

/** "I take that one" is about an item, whatever was suggested beside. */
const TAKES_ITEM = /\b(?:take|book|buy|have|want|choose|do|go with|go for)\b.*\b(?:it|that|this|one)\b/i;

/** Takes an item of the last list. */
export function accept(progress: Progress, rank: number | undefined): Progress {
  const { shown } = progress.dialogue;
  const noted = note(progress, { kind: 'accept', ...(rank !== undefined && { rank }) });
  if (shown.length === 0) return beside({ ...noted, leaning: 'show', decides: true }, { kind: 'nothing-shown' });
  const item = shown.length === 1 && rank === undefined ? shown[0] : shown[(rank ?? 0) - 1];
  if (item !== undefined) return { ...noted, ending: { kind: 'taken', item } };
  // "Yes" to a list with a suggestion along can only mean the suggestion.
  const suggested = rank === undefined && !TAKES_ITEM.test(progress.said) ? suggestionsIn(progress) : [];
  if (suggested.length === 0) return beside(noted, { kind: 'which', ...(rank !== undefined && { rank }) });
  return suggested.reduce((before, { attribute, value }) => agree(before, attribute, value), progress);
}

/** Turning down the named answers to a question, rather than items: "something else", "none of those". */
const NONE_NAMED = /\b(?:else|other|others|none|neither|different|another)\b/i;

/** Turns down items; to a question with named answers it is none of those. */
export function reject(progress: Progress, rank: number | undefined): Progress {
  const { open, shown, state } = progress.dialogue;
  if (rank === undefined && changesIn(open?.act).length > 0) return decline(progress);
  if (rank === undefined && open?.act.kind === 'ask' && open.act.value === undefined) {
    const { attribute } = open.act;
    const { options, complete } = answersTo({ index: progress.index, state: open.from }, attribute);
    if (!complete && NONE_NAMED.test(progress.said)) {
      const values = options.flatMap((option) => option.values);
      return wishFor(progress, { kind: 'not', attribute, values }, progress.said);
    }
  }
  const items = rank === undefined ? shown : shown.slice(rank - 1, rank);
  const fresh = items.filter((item) => !state.rejected.includes(item));
  // "None of these" to a question, with no item left to turn down, is about the answers that it offers.
  if (items.length > 0 && fresh.length === 0 && asksAnew(progress)) return leaveOpen(progress, { kind: 'indifferent' });
  const noted = note(progress, { kind: 'reject', ...(rank !== undefined && { rank }) });
  if (items.length === 0) return beside({ ...noted, leaning: 'show', decides: true }, { kind: 'nothing-shown' });
  const after = rank === undefined ? rejectItems(state, fresh) : ruleOut(state, fresh);
  return moveTo(noted, after, { rejected: progress.change.rejected + fresh.length });
}

/** Whether the open question is about something no wish stands on. */
function asksAnew({ dialogue: { open, state } }: Progress): boolean {
  const act = open?.act;
  return act?.kind === 'ask' && state.wishes.every(({ wish }) => wish.attribute !== act.attribute);
}

/** Takes one of several numbered things: an item, an answer, or a change to the wishes. */
export function choose(progress: Progress, number: number): Progress {
  const { open } = progress.dialogue;
  const changes = changesIn(open?.act);
  if (open?.act.kind === 'recommend' && changes.length === 0) return accept(progress, number);
  if (open?.act.kind === 'ask' && open.act.value === undefined) {
    const { attribute } = open.act;
    const option = answersTo({ index: progress.index, state: open.from }, attribute).options[number - 1];
    if (option) return wishFor(progress, wishForOption(progress.index, attribute, option.values), option.words);
  }
  const noted = note(progress, { kind: 'choose', number });
  const chosen = changes[number - 1];
  if (!chosen) return beside(noted, { kind: 'which', rank: number });
  const gone = new Set(chosen.wishes.map((wish) => JSON.stringify(wish)));
  const { index } = progress;
  let { state } = progress.dialogue;
  const opened: number[] = [];
  for (const attribute of new Set(chosen.wishes.map((wish) => wish.attribute))) {
    const kept = state.wishes.filter(({ wish }) => wish.attribute === attribute && !gone.has(JSON.stringify(wish)));
    state = dropWish(index, state, attribute);
    for (const { wish, words } of kept) state = addWish(index, state, wish, words, true);
    if (chosen.instead || kept.length > 0) continue;
    state = closeAttribute(index, state, attribute);
    opened.push(attribute);
  }
  const { change } = progress;
  if (!chosen.instead) return moveTo(noted, state, { indifferent: [...change.indifferent, ...opened] });
  state = addWish(index, state, chosen.instead, progress.said, true);
  return moveTo(noted, state, { wished: [...change.wished, chosen.instead] });
}
