/**
 * Answers that are calls of functions: compared by structure, never run.
 *
 * Source: the Berkeley Function-Calling Leaderboard's AST evaluation (Patil et al. 2023, arXiv 2305.15334, section 4;
 * its `possible_answer` form). As there, the order of calls is free, text is compared without case, spaces and `,./-_*^`,
 * whole numbers stand for decimals, and a parameter whose allowed values contain "" may be left out.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import { type Call, readCalls } from './read-calls.ts';
import type { Scorer } from './scorer.ts';

/** What is wanted: for each call its name and the allowed values of each parameter; and the functions' parameter names. */
export interface CallsGold {
  readonly calls: readonly { readonly [name: string]: { readonly [parameter: string]: readonly Json[] } }[];
  /** Names of parameters by function, in order, so that calls may give values without names. */
  readonly parameters?: { readonly [name: string]: readonly string[] };
}

/** Scores 1 when every wanted call is there and no other, else 0. */
export const callsScorer: Scorer = {
  answer: 'One or more complete function calls, as Python calls or as JSON.',
  extract(reply) {
    return readCalls(reply) === undefined ? undefined : reply;
  },
  score(answer, gold) {
    const { calls: wanted, parameters = {} } = gold as unknown as CallsGold;
    const given = readCalls(answer)?.map((call) => nameValues(call, parameters[call.name]));
    if (given === undefined || given.length !== wanted.length) return 0;
    return canPair(
      given,
      wanted.map((one) => Object.entries(one)[0]),
    )
      ? 1
      : 0;
  },
};

type Wanted = readonly [name: string, parameters: { readonly [parameter: string]: readonly Json[] }];

/** Gives values without names the names of the parameters in their places. */
function nameValues(call: Call, names: readonly string[] = []): Call {
  if (call.unnamed.length === 0 || call.unnamed.length > names.length) return call;
  const named = Object.fromEntries(call.unnamed.map((value, place) => [names[place], value]));
  return { name: call.name, named: { ...named, ...call.named }, unnamed: [] };
}

/** Whether the given calls can be paired off with the wanted ones. */
function canPair(given: readonly Call[], wanted: readonly Wanted[]): boolean {
  if (given.length === 0) return true;
  const [first, ...rest] = given;
  return wanted.some((one, place) => isCall(first, one) && canPair(rest, wanted.toSpliced(place, 1)));
}

function isCall(call: Call, [name, parameters]: Wanted): boolean {
  if (call.name !== name || call.unnamed.length > 0) return false;
  const isKnown = Object.keys(call.named).every((parameter) => Object.hasOwn(parameters, parameter));
  return (
    isKnown &&
    Object.entries(parameters).every(([parameter, allowed]) =>
      Object.hasOwn(call.named, parameter) ? isAllowed(call.named[parameter], allowed) : allowed.includes(''),
    )
  );
}

function isAllowed(value: Json, allowed: readonly Json[]): boolean {
  return allowed.some((one) => isSame(value, one));
}

function isSame(value: Json, wanted: Json): boolean {
  if (typeof value === 'string') return typeof wanted === 'string' && plain(value) === plain(wanted);
  if (Array.isArray(value)) {
    return Array.isArray(wanted) && value.length === wanted.length && value.every((one, k) => isSame(one, wanted[k]));
  }
  if (value === null || typeof value !== 'object') return value === wanted;
  if (wanted === null || typeof wanted !== 'object' || Array.isArray(wanted)) return false;
  // Within an allowed object each key has its allowed values, as a parameter has.
  const inner = wanted as { readonly [key: string]: Json };
  const allowedOf = (key: string): readonly Json[] => (Array.isArray(inner[key]) ? inner[key] : [inner[key]]);
  return (
    Object.keys(value).every((key) => Object.hasOwn(inner, key)) &&
    Object.keys(inner).every((key) =>
      Object.hasOwn(value, key)
        ? isAllowed((value as { readonly [key: string]: Json })[key], allowedOf(key))
        : allowedOf(key).includes(''),
    )
  );
}

function plain(text: string): string {
  return text
    .replace(/[ ,./\-_*^]/g, '')
    .toLowerCase()
    .replaceAll("'", '"');
}
