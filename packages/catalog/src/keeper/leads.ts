/**
 * The shopkeeper's own goals: raised where what they bring, now rather than later, is worth more than the burden; and
 * known to be reached, asked or not.
 *
 *     value of raising = value of the turn without it + leadGain · moment − words − intrusion · (1 − moment)
 *
 * `leadGain` is the engine's, with the deadline no later than the conversation is expected to last: with somebody who is
 * about to leave, any turn may be the last.
 * @module
 */
import { type Agenda, advance, leadGain, mayLead, passOver } from '@sente/engine';
import type { Folded } from '../concierge/fold.ts';
import type { Steer } from '../concierge/respond.ts';
import { sayQuestion } from '../speak/ask.ts';
import { join } from '../speak/grammar.ts';
import { createSpeaker, type Speaker } from '../speak/voice.ts';
import { INTRUSION, TURN, WORDS } from './costs.ts';
import { decideAmong, type KeeperOption, type Taken } from './draft.ts';
import type { KeeperGoal } from './keeper.ts';
import type { Keep, KeeperState, Raised } from './state.ts';

/** How good the moment is for a personal question, by what the turn has just done for the user. */
const MOMENTS = { lost: 0, gone: 0, asking: 0.25, answered: 0.6, shown: 0.7, served: 1 } as const;

/** What a turn came to before any goal is raised. */
export interface Ground {
  readonly moment: keyof typeof MOMENTS;
  /** Value of the turn as it stands. */
  readonly value: number;
  /** User turns that the conversation is expected to last. */
  readonly expected: number;
}

/** A question that the search needs anyway is the most natural of moments. */
const OWN_QUESTION = 1;
/** The moment is so much worse before anything was shown: why should they tell? */
const NOTHING_YET = 0.35;
/** … in the turn after a goal was raised, */
const AGAIN = 0.4;
/** … and within two turns of a refusal. */
const REFUSED = 0.3;
const REFUSED_LATELY = 2;
/** Money and what is nobody's business cost in full; other questions about what is sold, half. */
const ORDINARY = 0.5;

/**
 * How good the moment is for a goal: what the turn itself makes it, less what the turns before have used up. The more
 * personal the question, the more that counts.
 */
function momentFor(state: KeeperState, own: number, turn: number, shows: boolean, intimacy: number): number {
  const refused = state.agenda.goals.some(({ refusals }) => refusals > 0) && turn - state.refusedAt <= REFUSED_LATELY;
  const used =
    (shows || state.shows > 0 ? 1 : NOTHING_YET) * (state.raisedAt === turn - 1 ? AGAIN : 1) * (refused ? REFUSED : 1);
  return own * used ** intimacy;
}

/** How personal a goal's question is. */
function personal({ index }: Keep, position: number | undefined): number {
  return position === undefined || index.catalog.attributes[position].role === 'price' ? 1 : ORDINARY;
}

/** Takes stock of the goals, and raises one behind the turn where it is worth it. */
export function leadOn(keep: Keep, taken: Taken, ground: Ground): Taken {
  const goals = keep.options.goals ?? [];
  if (goals.length === 0) return taken;
  const turn = taken.state.turn - 1;
  const state = takeStock(keep, taken.state, turn);
  const asked = askedGoal(keep, state);
  if (asked) return { reply: { ...taken.reply, act: 'lead' }, state: raise(state, asked, turn) };
  if (keep.horizon === 0) return { ...taken, state };
  const { open } = state.dialogue;
  const shows = open?.act.kind === 'recommend' && open.turn === state.turn;
  // Where nothing fits, they have enough to decide on.
  const stuck = open?.turn === state.turn && open.act.facts.some(({ kind }) => kind === 'relax');
  const options = goals.flatMap((goal): (KeeperOption & { readonly goal: KeeperGoal })[] => {
    if (!mayLead(state.agenda, goal.id, turn)) return [];
    const position = positionOf(keep, goal);
    // Once a price is agreed on, what they would spend is no question any more.
    if (state.sold && keep.index.catalog.attributes[position ?? -1]?.role === 'price') return [];
    const intimacy = personal(keep, position);
    const shown = shows || ground.moment === 'served';
    const moment = momentFor(state, MOMENTS[stuck ? 'asking' : ground.moment], turn, shown, intimacy);
    const gain = gainOf(state.agenda, goal, turn, ground.expected) * moment;
    const intrusion = INTRUSION * intimacy * (1 - moment);
    const value = ground.value + gain - WORDS - intrusion;
    return [{ goal, act: { kind: 'lead', id: `lead:${goal.id}`, label: `then ${goal.what}` }, value }];
  });
  if (options.length === 0) return { ...taken, state };
  const { candidates } = taken.reply.decision;
  const [chosen] = candidates;
  const plain = candidates.map(
    (one, i): KeeperOption => ({
      act: { kind: one.kind, id: `turn:${i}`, label: one.label },
      value: one.value,
      error: one.error,
      // Nothing that the turn itself passed over may come back in.
      suppressed: one.suppressed ?? (i > 0 && one.value > chosen.value ? 'not what the turn called for' : undefined),
    }),
  );
  const { id, shown } = decideAmong(keep.horizon, [...plain, ...options]);
  const lead = options.find(({ act }) => act.id === id);
  if (!lead || ground.moment === 'lost' || ground.moment === 'gone') return { ...taken, state };
  const speaker = createSpeaker(state.voice, keep.dice.split('lead').split(turn));
  const raised = raisedBy(keep, lead.goal, turn);
  const words = sayLead(speaker, keep, state, raised);
  return {
    reply: { ...taken.reply, text: join([taken.reply.text, words]), act: 'lead', decision: shown },
    state: raise({ ...state, voice: speaker.voice }, raised, turn),
  };
}

/** Lets a question of the shop's own be the one that a goal needs answered, where that is worth more. */
export function steerForGoals(keep: Keep, state: KeeperState, folded: Folded): Steer | undefined {
  const goals = (keep.options.goals ?? []).filter(({ attribute }) => attribute !== undefined);
  if (goals.length === 0 || keep.horizon === 0) return undefined;
  const agenda = takeStock(keep, { ...state, dialogue: folded.dialogue }, state.turn).agenda;
  return ({ act }, { candidates, chosen }) => {
    if (act !== chosen || act.kind !== 'ask') return undefined;
    const value = candidates.find((one) => one.act.id === chosen.id)?.value ?? 0;
    const expected = Math.max(1, (1 - value) / TURN - folded.dialogue.state.turns);
    const worth = candidates.flatMap((one): { act: typeof one.act; value: number; goal?: KeeperGoal }[] => {
      if (one.act.kind !== 'ask' || one.suppressed !== undefined) return [];
      const { attribute } = one.act;
      const goal = goals.find((other) => positionOf(keep, other) === attribute);
      if (!goal) return [{ act: one.act, value: one.value }];
      const intimacy = personal(keep, attribute);
      const moment = momentFor(state, OWN_QUESTION, state.turn, false, intimacy);
      const gain = gainOf(agenda, goal, state.turn, expected) * moment;
      const intrusion = INTRUSION * intimacy * (1 - (gain > 0 ? moment : 0));
      return [{ act: one.act, value: one.value + gain - intrusion, goal }];
    });
    const own = worth.find((one) => one.act.id === chosen.id);
    // A question that is nobody's goal gives way to one that is, and to no other.
    if (!own) return undefined;
    const rivals = own.goal ? worth : worth.filter((one) => one === own || one.goal);
    const best = rivals.reduce((top, one) => (one.value > top.value ? one : top));
    if (best === own) return undefined;
    return {
      act: best.act,
      because: best.goal ? `It is a goal to ${best.goal.what}` : 'It is too early for something personal',
    };
  };
}

/**
 * What raising a goal adds, in R\*; nothing once it may not be raised. The turns that are left are shared with the other
 * goals that are still open.
 */
function gainOf(agenda: Agenda, goal: KeeperGoal, turn: number, expected: number): number {
  const open = agenda.goals.filter((entry) => mayLead(agenda, entry.goal.id, turn)).length;
  const own = Math.ceil(expected / Math.max(1, open));
  const last = Math.min(goal.deadline ?? Number.POSITIVE_INFINITY, turn + own - 1);
  // It is one person who goes along or does not, whatever the goal.
  const accepted = agenda.goals.reduce((sum, entry) => sum + entry.accepted, 0);
  const refusals = agenda.goals.reduce((sum, entry) => sum + entry.refusals, 0);
  const goals = agenda.goals.flatMap((entry) =>
    entry.goal.id === goal.id && mayLead(agenda, goal.id, turn)
      ? [{ ...entry, accepted, refusals: Math.min(refusals, 2), goal: { ...goal, deadline: Math.max(turn, last) } }]
      : [],
  );
  return goals.length === 0 ? 0 : leadGain({ goals }, goal.id, turn);
}

/** What the conversation has brought: an attribute that is known now, a goal that the user talked past. */
function takeStock(keep: Keep, state: KeeperState, turn: number): KeeperState {
  let { agenda, notes } = state;
  for (const goal of keep.options.goals ?? []) {
    const position = positionOf(keep, goal);
    const entry = agenda.goals.find((one) => one.goal.id === goal.id);
    if (position === undefined || !entry || entry.progress >= 1) continue;
    const wish = state.dialogue.state.wishes.find((one) => one.wish.attribute === position && !one.suggested);
    if (wish) {
      agenda = advance(agenda, goal.id, turn, 1);
      notes = { ...notes, [goal.id]: { raised: notes[goal.id]?.raised ?? 0, found: wish.words } };
    } else if (state.raised?.goal.id === goal.id && state.raised.turn === turn - 1 && entry.resting <= turn) {
      agenda = passOver(agenda, goal.id, state.raised.turn);
    }
  }
  const { raised, ...rest } = state;
  return { ...rest, agenda, notes, ...(raised && raised.turn >= turn && { raised }) };
}

/** The goal that the turn's own question asks for, if it does. */
function askedGoal(keep: Keep, { dialogue, agenda, turn }: KeeperState): Raised | undefined {
  const act = dialogue.open?.act;
  // The opening is turn 0 of the catalogue, and the shopkeeper's first.
  if (act?.kind !== 'ask' || (dialogue.open?.turn || 1) !== turn) return undefined;
  const goal = (keep.options.goals ?? []).find(
    (one) => positionOf(keep, one) === act.attribute && mayLead(agenda, one.id, turn - 1),
  );
  return goal && { goal, attribute: act.attribute, turn: turn - 1 };
}

function raisedBy(keep: Keep, goal: KeeperGoal, turn: number): Raised {
  const attribute = positionOf(keep, goal);
  return { goal, turn, ...(attribute !== undefined && { attribute }) };
}

function raise(state: KeeperState, raised: Raised, turn: number): KeeperState {
  const { id } = raised.goal;
  const note = { ...state.notes[id], raised: (state.notes[id]?.raised ?? 0) + 1 };
  return { ...state, raised: { ...raised, turn }, raisedAt: turn, notes: { ...state.notes, [id]: note } };
}

function positionOf({ index }: Keep, { attribute }: KeeperGoal): number | undefined {
  if (attribute === undefined) return undefined;
  const position = index.catalog.attributes.findIndex(({ key }) => key === attribute);
  return position < 0 ? undefined : position;
}

/** A goal in words. */
function sayLead(speaker: Speaker, keep: Keep, state: KeeperState, { goal, attribute }: Raised): string {
  const scene = { index: keep.index, state: state.dialogue.state };
  const words =
    goal.words ??
    (attribute === undefined
      ? ''
      : inline(keep.index.catalog.attributes[attribute].question ?? sayQuestion(speaker, scene, attribute)));
  if (words === '') return '';
  const opening = speaker.say('keeper.lead', [
    'By the way:',
    'One thing, if I may:',
    'And while you are here:',
    'If you do not mind:',
  ]);
  return `${opening} ${words}`;
}

/** A question of the table's behind a colon: "And while you are here: what …", with no second address. The host's words stay. */
function inline(question: string): string {
  return question
    .replace(/^Tell me: /, '')
    .replace(/^(?:What|Which|How|When|Where|Who|Should|Shall|Would|Do|Does|Is|Are|May|Can|Could)\b/, (word) =>
      word.toLowerCase(),
    );
}
