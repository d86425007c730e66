/**
 * Where an annotated dialogue stands when the system is to speak: folded from the turns before, never from the turn that
 * is to be decided nor from later ones. Earlier system turns are part of the history, as they are for a person who
 * takes over.
 * @module
 */
import { type Action, actsOf, type Dialogue, type Row, type SgdTurn } from './dialogue.ts';
import { findIntent, type Schema, type Service, type ServiceIntent } from './schema.ts';

/** What is known. */
export interface Situation {
  readonly service: Service | undefined;
  /** What the user wants done now; absent when nothing is open. */
  readonly intent: ServiceIntent | undefined;
  /** Required slots that nobody has given a value. */
  readonly open: readonly string[];
  /** Facts that the user asked for and has not been told. */
  readonly asked: readonly string[];
  /** The user has agreed to the values as they were read back. */
  readonly isConfirmed: boolean;
  /** The user corrected a value that was read back. */
  readonly isCorrected: boolean;
  /** The user agreed to something that was offered in place of what could not be had. */
  readonly tookAlternative: boolean;
  /** What was wanted is chosen, done or given up, and nothing else is open. */
  readonly isSettled: boolean;
  /** The user said goodbye, or that there is nothing else. */
  readonly isLeaving: boolean;
  /** The user chose an item in this turn. */
  readonly hasChosen: boolean;
  /** Results of the last search with the present values, and how many of them were shown. */
  readonly results: readonly Row[] | undefined;
  readonly shown: number;
  /** The row being talked about, with what is known of it. */
  readonly current: Row | undefined;
  /** An item was shown, and the user has not turned to anything else. */
  readonly isOnTable: boolean;
  /** Values as they were last said or read back, in the service's own form. */
  readonly agreed: Readonly<Record<string, string>>;
}

interface Memory {
  results: readonly Row[] | undefined;
  shown: number;
  agreed: Record<string, string>;
  /** Acts of the last system turn. */
  lastActs: ReadonlySet<string>;
  /** The intent for which the service last did, or failed to do, what was wanted. */
  executed: string;
}

/** The situation before the turn at `at`, which must follow a user turn. */
export function situationAt(dialogue: Dialogue, at: number, schema: Schema): Situation {
  const memory: Memory = { results: undefined, shown: 0, agreed: {}, lastActs: new Set(), executed: '' };
  let situation: Situation | undefined;
  for (let i = 0; i < at; i++) {
    const turn = dialogue.turns[i];
    if (turn.speaker === 'USER') situation = afterUser(memory, turn, schema);
    else afterSystem(memory, turn, situation);
  }
  if (!situation || dialogue.turns[at - 1]?.speaker !== 'USER') {
    throw new RangeError(`Turn ${at} of dialogue ${dialogue.dialogue_id} does not follow a user turn.`);
  }
  return situation;
}

function afterSystem(memory: Memory, turn: SgdTurn, situation: Situation | undefined): void {
  const acts = actsOf(turn);
  memory.lastActs = new Set(acts.map(({ act }) => act));
  const called = turn.frames.find((frame) => frame.service_results);
  if (called) {
    memory.results = called.service_results;
    memory.shown = 0;
  }
  if (memory.lastActs.has('OFFER')) memory.shown += 1;
  remember(memory, acts, ['CONFIRM', 'OFFER']);
  const isReport = memory.lastActs.has('NOTIFY_SUCCESS') || memory.lastActs.has('NOTIFY_FAILURE');
  if (isReport) memory.executed = situation?.intent?.name ?? memory.executed;
}

function remember(memory: Memory, acts: readonly Action[], kinds: readonly string[]): void {
  for (const { act, slot, canonical_values } of acts) {
    if (kinds.includes(act) && canonical_values.length > 0) memory.agreed[slot] = canonical_values[0];
  }
}

function afterUser(memory: Memory, turn: SgdTurn, schema: Schema): Situation {
  const said = actsOf(turn);
  const acts = new Set(said.map(({ act }) => act));
  remember(memory, said, ['INFORM']);
  const wanted = said.some(({ act }) => act === 'INFORM_INTENT') || acts.has('AFFIRM_INTENT');
  const frame = turn.frames.find((part) => part.state && part.state.active_intent !== 'NONE') ?? turn.frames[0];
  const state = frame?.state;
  const intent = frame && state ? findIntent(schema, frame.service, state.active_intent) : undefined;
  const last = memory.lastActs;

  if (wanted) memory.executed = '';
  const changes = said.some(({ act, slot }) => act === 'INFORM' && slot !== 'intent');
  // What was found with other values, or for another wish, is no longer what was asked for.
  if (changes || wanted) {
    memory.results = undefined;
    memory.shown = 0;
  }
  const affirmed = acts.has('AFFIRM') && !changes;
  const tookAlternative = affirmed && last.has('NOTIFY_FAILURE') && last.has('OFFER');
  if (tookAlternative) memory.executed = '';
  const hasChosen = acts.has('SELECT') && !wanted;
  const nothingElse = acts.has('NEGATE') && last.has('REQ_MORE') && !wanted;
  const isExecuted = intent !== undefined && memory.executed === intent.name;
  const refused = acts.has('NEGATE_INTENT') || (acts.has('NEGATE') && !changes && !last.has('CONFIRM'));

  return {
    service: frame && schema.get(frame.service),
    intent,
    open: intent?.required_slots.filter((slot) => !(slot in (state?.slot_values ?? {}))) ?? [],
    asked: said.filter(({ act }) => act === 'REQUEST').map(({ slot }) => slot),
    isConfirmed: affirmed && last.has('CONFIRM'),
    isCorrected: changes && last.has('CONFIRM'),
    tookAlternative,
    isSettled: !wanted && (intent === undefined || hasChosen || isExecuted || refused),
    isLeaving: acts.has('GOODBYE') || nothingElse,
    hasChosen,
    results: memory.results,
    shown: memory.shown,
    current: memory.results?.[Math.max(0, memory.shown - 1)],
    isOnTable: memory.shown > 0 && !acts.has('REQUEST_ALTS'),
    agreed: { ...memory.agreed },
  };
}
