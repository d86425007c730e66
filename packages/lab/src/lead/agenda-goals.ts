/**
 * The agenda of the probe, and how it is told from words alone that a goal was raised by the assistant, and reached with
 * the user: alike for a table, a language model and a rule.
 * @module
 */
import type { SceneGoal } from '../agent/agent.ts';
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from '../users/hear-assistant.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';

/** A goal, and the words by which a question is known to be about it where the table has none. */
export interface AgendaGoal extends SceneGoal {
  readonly topic?: RegExp;
  /** How personal the question is: a factor of everybody's chance of declining it. */
  readonly personal: number;
}

/** What the shop would like to know, and to be allowed. */
export const AGENDA_GOALS: readonly AgendaGoal[] = [
  {
    id: 'budget',
    what: "learn the visitor's budget",
    attribute: 'price_per_person_eur',
    words: 'What would you like to spend per person?',
    worth: 0.3,
    personal: 1,
  },
  {
    id: 'month',
    what: 'learn in which month the visitor wants to go',
    attribute: 'months',
    words: 'When would you like to go?',
    worth: 0.3,
    personal: 0.5,
  },
  {
    id: 'packing-list',
    what: 'get leave to send the visitor a packing list by e-mail',
    words: 'Shall I send you a packing list by e-mail?',
    worth: 0.3,
    personal: 1,
    topic: /\bpacking[- ]list|\blist of (?:things|what) to pack/i,
  },
];

/** Position of the attribute that a goal is about; undefined when it is about none. */
export function attributeOf({ catalog }: Shop, { attribute }: SceneGoal): number | undefined {
  const position = catalog.attributes.findIndex(({ key }) => key === attribute);
  return position < 0 ? undefined : position;
}

/** Pieces of a turn: sentences and lines, with the white space behind them. */
const PIECES = /[^.!?\n]*(?:[.!?](?![\s\n]|$)[^.!?\n]*)*[.!?\n]*\s*/g;

/** The goals that a turn of the assistant raises, and the turn without the questions that raise them. */
export function raisedIn(
  shop: Shop,
  text: string,
  goals: readonly AgendaGoal[] = AGENDA_GOALS,
): { readonly raised: readonly AgendaGoal[]; readonly rest: string } {
  const raised = new Set<AgendaGoal>();
  const rest = (text.match(PIECES) ?? []).filter((piece) => {
    if (piece.trim() === '') return true;
    const own = goalsIn(shop, goals, piece);
    for (const goal of own) raised.add(goal);
    return own.length === 0;
  });
  return { raised: goals.filter((goal) => raised.has(goal)), rest: rest.join('').trim() };
}

/** Whatever asks has one of these; most pieces of a turn have none, and need not be looked at more closely. */
const MAY_ASK = /\?|\b(?:tell|know|share|specify|state|say|give|name|provide)\b/i;

function goalsIn(shop: Shop, goals: readonly AgendaGoal[], piece: string): readonly AgendaGoal[] {
  if (!MAY_ASK.test(piece)) return [];
  const { items, questions, isQuestion } = hearAssistant(shop, piece);
  return goals.filter((goal) => {
    if (goal.topic) return isQuestion && goal.topic.test(piece);
    const position = attributeOf(shop, goal);
    // A question that names items asks about them: "… for €600: would that do?"
    return items.length === 0 && questions.some(({ attribute }) => attribute === position);
  });
}

/** Whether the user's words say what the goal is after: a price or a month that is wanted, or leave that is given. */
export function toldIn(shop: Shop, goal: AgendaGoal, text: string): boolean {
  if (goal.topic) return goal.topic.test(text) && !/\b(?:no|not|don't|rather not|without)\b/i.test(text);
  const position = attributeOf(shop, goal);
  const lexicon = lexiconOf(shop);
  const { rest } = lexicon.items(plainText(text));
  return lexicon
    .mentions(rest)
    .some(
      ({ attribute, value, low, high }) =>
        attribute === position && (value !== undefined || low !== undefined || high !== undefined),
    );
}
