/**
 * Small made dialogues for tests, in the data set's form.
 * @module
 */
import type { Dialogue, Row, SgdTurn } from './dialogue.ts';
import type { Service } from './schema.ts';

/** A schema file: a lamp shop that finds lamps and orders them. */
export const SCHEMA: readonly Service[] = [
  {
    service_name: 'Lamps_1',
    slots: [
      { name: 'colour', possible_values: ['red', 'blue', 'green'] },
      { name: 'room', possible_values: [] },
      { name: 'lamp', possible_values: [] },
      { name: 'price', possible_values: [] },
      { name: 'day', possible_values: [] },
    ],
    intents: [
      {
        name: 'FindLamp',
        is_transactional: false,
        required_slots: ['colour', 'room'],
        optional_slots: {},
        result_slots: ['lamp', 'price'],
      },
      {
        name: 'OrderLamp',
        is_transactional: true,
        required_slots: ['lamp', 'day'],
        optional_slots: {},
        result_slots: ['lamp', 'price', 'day'],
      },
    ],
  },
];

/** `ACT`, `ACT slot` or `ACT slot=value`. */
function action(text: string): { act: string; slot: string; values: string[]; canonical_values: string[] } {
  const [act, rest = ''] = text.split(' ');
  const [slot, value] = rest.split('=');
  const values = value === undefined ? [] : [value];
  return { act, slot, values, canonical_values: values };
}

/** A user's turn: the intent that is active, the values so far, and what was said. */
export function user(intent: string, values: Readonly<Record<string, string>>, ...acts: string[]): SgdTurn {
  const actions = acts.map(action);
  const requested_slots = actions.filter(({ act }) => act === 'REQUEST').map(({ slot }) => slot);
  const slot_values = Object.fromEntries(Object.entries(values).map(([slot, value]) => [slot, [value]]));
  const state = { active_intent: intent, requested_slots, slot_values };
  return { speaker: 'USER', utterance: acts.join(', '), frames: [{ service: 'Lamps_1', actions, state }] };
}

/** A system's turn, with what the service gave back if it was called. */
export function system(results: readonly Row[] | undefined, ...acts: string[]): SgdTurn {
  const frame = { service: 'Lamps_1', actions: acts.map(action), ...(results && { service_results: results }) };
  return { speaker: 'SYSTEM', utterance: acts.join(', '), frames: [frame] };
}

const found = { colour: 'red', room: 'hall' };
const chosen = { ...found, lamp: 'Ada' };
const ordered = { ...chosen, day: 'Monday' };
const lamps: Row[] = [
  { ...found, lamp: 'Ada', price: '20' },
  { ...found, lamp: 'Bea', price: '30' },
];

/** A whole visit: found, asked about, ordered. */
export const VISIT: Dialogue = {
  dialogue_id: 'visit',
  services: ['Lamps_1'],
  turns: [
    user('FindLamp', {}, 'INFORM_INTENT intent=FindLamp'),
    system(undefined, 'REQUEST colour', 'REQUEST room'),
    user('FindLamp', found, 'INFORM colour=red', 'INFORM room=hall'),
    system(lamps, 'OFFER lamp=Ada', 'INFORM_COUNT count=2'),
    user('FindLamp', found, 'REQUEST price'),
    system(undefined, 'INFORM price=20'),
    user('FindLamp', chosen, 'SELECT'),
    system(undefined, 'OFFER_INTENT intent=OrderLamp'),
    user('OrderLamp', chosen, 'AFFIRM_INTENT'),
    system(undefined, 'REQUEST day'),
    user('OrderLamp', ordered, 'INFORM day=Monday'),
    system(undefined, 'CONFIRM lamp=Ada', 'CONFIRM day=Monday'),
    user('OrderLamp', ordered, 'AFFIRM'),
    system([{ ...lamps[0], day: 'Monday' }], 'NOTIFY_SUCCESS'),
    user('OrderLamp', ordered, 'THANK_YOU'),
    system(undefined, 'REQ_MORE'),
    user('NONE', ordered, 'NEGATE', 'THANK_YOU'),
    system(undefined, 'GOODBYE'),
  ],
};

/** The visit up to the order, then these turns. */
export function orderEnding(dialogue_id: string, ...turns: SgdTurn[]): Dialogue {
  return { ...VISIT, dialogue_id, turns: [...VISIT.turns.slice(0, 13), ...turns] };
}

/** The values of the finished order. */
export const ORDERED: Readonly<Record<string, string>> = ordered;
