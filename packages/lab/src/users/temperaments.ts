/**
 * What the lab's users are like: data, and held out. No planner and no training has met these numbers.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Temperament } from './user.ts';

/** Every temperament, by name. Noise and lack of knowledge are set by the measurement; these are where it sets none. */
export const TEMPERAMENTS: Readonly<Record<string, Temperament>> = {
  brisk: {
    name: 'brisk',
    volunteers: 0.1,
    explains: 0.45,
    influenceable: 0.15,
    guarded: 0.5,
    noise: 0.02,
    unknown: 0.05,
    patience: 4,
    style: 'terse',
  },
  curt: {
    name: 'curt',
    volunteers: 0,
    explains: 0.2,
    influenceable: 0.3,
    guarded: 0.75,
    noise: 0.04,
    unknown: 0.1,
    patience: 3,
    style: 'terse',
  },
  easygoing: {
    name: 'easygoing',
    volunteers: 0.2,
    explains: 0.6,
    influenceable: 0.8,
    guarded: 0.1,
    noise: 0.04,
    unknown: 0.15,
    patience: 8,
    style: 'plain',
  },
  steady: {
    name: 'steady',
    volunteers: 0.15,
    explains: 0.85,
    influenceable: 0.35,
    guarded: 0.3,
    noise: 0.02,
    unknown: 0.04,
    patience: 7,
    style: 'plain',
  },
  wary: {
    name: 'wary',
    volunteers: 0.05,
    explains: 0.5,
    influenceable: 0.1,
    guarded: 0.9,
    noise: 0.03,
    unknown: 0.08,
    patience: 5,
    style: 'plain',
  },
  sociable: {
    name: 'sociable',
    volunteers: 0.5,
    explains: 0.9,
    influenceable: 0.55,
    guarded: 0.05,
    noise: 0.05,
    unknown: 0.08,
    patience: 9,
    style: 'chatty',
  },
  rambling: {
    name: 'rambling',
    volunteers: 0.35,
    explains: 0.4,
    influenceable: 0.65,
    guarded: 0.2,
    noise: 0.08,
    unknown: 0.2,
    patience: 6,
    style: 'chatty',
  },
};

/** What a measurement sets of every temperament. Chances, 0 … 1. */
export interface TemperamentSettings {
  readonly noise?: number;
  readonly unknown?: number;
  /** The one temperament that all users have; drawn, each equally likely, unless given. */
  readonly name?: string;
}

/** Draws somebody's temperament. Throws RangeError for a name that is none. */
export function drawTemperament(random: Random, { noise, unknown, name }: TemperamentSettings = {}): Temperament {
  const names = Object.keys(TEMPERAMENTS);
  if (name !== undefined && !names.includes(name)) {
    throw new RangeError(`there is no temperament “${name}”: choose ${names.join(', ')}`);
  }
  const drawn = TEMPERAMENTS[name ?? random.split('temperament').pick(names)];
  return { ...drawn, ...(noise !== undefined && { noise }), ...(unknown !== undefined && { unknown }) };
}
