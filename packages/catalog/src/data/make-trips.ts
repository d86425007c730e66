/**
 * Makes the trips of the built-in catalogue. Hard trips are longer, higher and dearer; ice needs a guide; dogs stay away
 * from huts and glaciers; high regions open late. The same seed gives the same trips.
 * @module
 */
import type { Random } from '@sente/engine';
import { HIGHLIGHTS, type Highlight, REGIONS, type Region } from './regions.ts';
import { describeTrip, drawPlaces, nameTrip, type TripFacts } from './sentences.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DIFFICULTIES = ['easy', 'moderate', 'demanding', 'expert'] as const;
/** Price of a night in euros, and how gentle or wild a trip it suits: weight at rugged 0, weight at rugged 1. */
const STAYS: Readonly<Record<string, { readonly night: number; readonly suits: readonly [number, number] }>> = {
  'mountain huts': { night: 62, suits: [1, 8] },
  guesthouses: { night: 88, suits: [5, 1.5] },
  camping: { night: 34, suits: [2, 3] },
  'farm stays': { night: 66, suits: [4, 0.3] },
  'small hotels': { night: 128, suits: [3, 0.8] },
};

/** One row of the catalogue's file; keys are the headers. */
export type Trip = Readonly<Record<string, string | number>>;

/** Makes `count` trips, spread evenly over the regions, with distinct names. */
export function makeTrips(count: number, random: Random): Trip[] {
  const names = new Set<string>();
  const trips: Trip[] = [];
  for (let i = 0; i < count; i++) {
    const region = REGIONS[i % REGIONS.length];
    for (let attempt = 0; ; attempt++) {
      const trip = makeTrip(region, random.split(`${i}/${attempt}`));
      if (names.has(trip.name as string)) continue;
      names.add(trip.name as string);
      trips.push({ id: `T${String(i + 101)}`, ...trip });
      break;
    }
  }
  return trips;
}

function makeTrip(region: Region, random: Random): Trip {
  const wild = clamp(region.rugged + normal(random) * 0.24);
  const difficulty = DIFFICULTIES[wild < 0.3 ? 0 : wild < 0.6 ? 1 : wild < 0.88 ? 2 : 3];
  const days = drawDays(wild, random);
  const highlights = drawHighlights(region, wild, days, random);
  const ice = highlights.includes('glaciers');
  const stays = Object.keys(STAYS).filter(
    (stay) => (stay !== 'mountain huts' || region.rugged >= 0.5) && (stay !== 'farm stays' || difficulty !== 'expert'),
  );
  const accommodation =
    days === 1
      ? 'day trip'
      : stays[random.weighted(stays.map((stay) => mix(STAYS[stay].suits[0], STAYS[stay].suits[1], wild)))];
  const guided = random.next() < (ice || difficulty === 'expert' ? 0.93 : mix(0.3, 0.65, wild));
  const groupSize = guided ? Math.round(mix(14, 6, wild) + normal(random) * 1.5) : 2 + random.integer(7);
  const dogs = !ice && random.next() < (accommodation === 'mountain huts' ? 0.1 : mix(0.7, 0.15, wild));
  const ascent = round(days * mix(180, 1050, wild) * (0.85 + 0.3 * random.next()), 50);
  const facts: TripFacts = { region, difficulty, days, accommodation, highlights, guided, dogs, groupSize };
  const places = drawPlaces(region, random);
  const price = priceOf(facts, random);
  const wanted = 40 * Math.exp(normal(random) * 0.8) * (highlights.includes('lakes') ? 1.3 : 1) * mix(1.5, 0.6, wild);
  return {
    name: nameTrip(facts, places, random),
    region: region.name,
    difficulty,
    days,
    price_per_person_eur: price,
    months: drawMonths(region, ice, random).join('; '),
    highlights: highlights.join('; '),
    accommodation,
    guided: guided ? 'yes' : 'no',
    dogs_allowed: dogs ? 'yes' : 'no',
    'total_ascent (m)': ascent,
    group_size: groupSize,
    places_left: random.next() < 0.06 ? 0 : 1 + random.integer(Math.max(2, groupSize)),
    bookings: Math.max(3, Math.round(wanted)),
    description: describeTrip(facts, places, random),
  };
}

/** Two to four highlights; the region's best known first, ice only where it is wild, and stars only at night. */
function drawHighlights(region: Region, wild: number, days: number, random: Random): Highlight[] {
  const chosen: Highlight[] = [];
  const count = 2 + random.weighted([3, 4, 2]);
  while (chosen.length < count) {
    const weights = HIGHLIGHTS.map((highlight) => {
      if (chosen.includes(highlight) || (highlight === 'glaciers' && wild < 0.6)) return 0;
      if (highlight === 'starry skies' && days === 1) return 0;
      return region.known[highlight] ?? 0;
    });
    if (!weights.some((weight) => weight > 0)) break;
    chosen.push(HIGHLIGHTS[random.weighted(weights)]);
  }
  return chosen;
}

/** One day to a fortnight, a week above all; hard trips are rarely short. */
function drawDays(wild: number, random: Random): number {
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14];
  const gentle = [6, 4, 5, 4, 3, 2, 4, 1, 0.3, 0.2, 0.1, 0.1];
  const hard = [0.5, 2, 4, 4, 5, 4, 6, 4, 2, 3, 2, 2];
  return lengths[random.weighted(lengths.map((_, i) => mix(gentle[i], hard[i], wild)))];
}

/** Nights, guide and the region's level; long trips are a little cheaper by the day. */
function priceOf(trip: TripFacts, random: Random): number {
  const nights = trip.days - 1;
  const night = trip.days === 1 ? 0 : STAYS[trip.accommodation].night + 24;
  const hard = DIFFICULTIES.indexOf(trip.difficulty);
  const guide = trip.guided ? trip.days * (34 + 17 * hard) : 12;
  const kit = trip.highlights.includes('glaciers') ? 45 : 0;
  const price = (18 + nights ** 0.94 * night + guide + kit) * trip.region.level * (0.9 + 0.2 * random.next());
  return price < 200 ? round(price, 1) : round(price, 5);
}

/** A run of months inside the region's season. */
function drawMonths(region: Region, ice: boolean, random: Random): string[] {
  let [first, last] = region.open;
  if (ice) first = Math.max(first, 6);
  const length = Math.min(last - first + 1, 3 + random.integer(5));
  first += random.integer(last - first + 2 - length);
  last = first + length - 1;
  return MONTHS.slice(first - 1, last);
}

function mix(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function round(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** A standard normal draw (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
