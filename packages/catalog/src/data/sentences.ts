/**
 * Names and descriptions of the made catalogue's trips.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Highlight, Region } from './regions.ts';

/** What is said about a trip depends on this much of it. */
export interface TripFacts {
  readonly region: Region;
  readonly difficulty: 'easy' | 'moderate' | 'demanding' | 'expert';
  readonly days: number;
  readonly accommodation: string;
  readonly highlights: readonly Highlight[];
  readonly guided: boolean;
  readonly dogs: boolean;
  readonly groupSize: number;
}

/** Places that a name or a sentence can mention; the same ones in both. */
export interface Places {
  readonly peak: string;
  readonly water: string;
  readonly valley: string;
  readonly village: string;
  readonly other: string;
}

/** Draws the places of a trip: two different villages, one of everything else. */
export function drawPlaces(region: Region, random: Random): Places {
  const village = random.integer(region.villages.length);
  const other = (village + 1 + random.integer(region.villages.length - 1)) % region.villages.length;
  return {
    peak: random.pick(region.peaks),
    water: random.pick(region.waters),
    valley: random.pick(region.valleys),
    village: region.villages[village],
    other: region.villages[other],
  };
}

const NAMES: Readonly<Record<Highlight, readonly string[]>> = {
  lakes: ['Round {water}', 'The Shores of {water}', '{village} to {water}', 'Still Water at {water}'],
  glaciers: ['Ice and Rock on {peak}', 'Across the Ice below {peak}', 'The Glaciers of {peak}'],
  waterfalls: ['The Falls of {valley}', '{valley}, Fall by Fall', 'White Water in {valley}'],
  wildflowers: ['{valley} in Flower', 'The Meadows of {valley}', 'Flower Paths above {village}'],
  wildlife: ['Deer Paths of {valley}', 'Quiet Hours in {valley}', 'On the Tracks of {valley}'],
  'summit views': ['Up {peak} the Old Way', '{peak} and Back', 'The View from {peak}', 'Over {peak} to {other}'],
  'old forests': ['The Old Trees of {valley}', 'Under the Leaves of {valley}', '{village} through the Woods'],
  'sea cliffs': ['Along the Edge to {water}', '{village} to {water} by the Cliffs', 'The Cliff Path to {water}'],
  gorges: ['Through the Gorges of {valley}', 'Deep into {valley}', '{village} and the Narrows'],
  'hot springs': ['Warm Pools near {village}', 'Springs and Summits of {valley}', 'The Bath Trail to {other}'],
  villages: ['{village} to {other} on Foot', 'The Long Way to {village}', 'Market Towns of {valley}'],
  'starry skies': ['Night Skies over {peak}', 'Dark Nights in {valley}', 'Stars above {water}'],
};

const NAMES_BY_STAY: Readonly<Record<string, readonly string[]>> = {
  'mountain huts': ['Hut to Hut round {peak}', 'The {peak} Huts', '{valley} from Hut to Hut'],
  guesthouses: ['Inn to Inn through {valley}', '{village} and {other}, Inn to Inn'],
  camping: ['Under Canvas in {valley}', 'Tents by {water}', 'Wild Camps of {valley}'],
  'farm stays': ['Farm to Farm through {valley}', 'The Farms of {valley}'],
  'small hotels': ['{village} in Comfort', 'Easy Evenings in {village}'],
  'day trip': ['A Day on {peak}', '{valley} in a Day', 'A Day Out from {village}', 'A Day by {water}'],
};

const NAMES_FOR_EXPERTS = [
  'The {peak} Traverse',
  'The North Side of {peak}',
  '{peak} by the Old Ridge',
  'The {valley} High Route',
];

/** A name for a trip. The same facts have a good dozen. */
export function nameTrip(trip: TripFacts, places: Places, random: Random): string {
  const stay = NAMES_BY_STAY[trip.accommodation];
  const praise = NAMES[trip.highlights[0]];
  const pool =
    trip.difficulty === 'expert' && random.next() < 0.5 ? NAMES_FOR_EXPERTS : random.next() < 0.35 ? stay : praise;
  return fill(random.pick(pool), places);
}

const OPENINGS: Readonly<Record<Highlight, readonly string[]>> = {
  lakes: [
    'Clear water at every turn, and {water} for a swim at the end of the day.',
    'The path keeps close to {water}, with good places to stop and nothing to hurry for.',
    'A walk from lake to lake, with {water} as the largest and loveliest of them.',
  ],
  glaciers: [
    'Crampons on, rope out: the route crosses the ice below {peak} at first light.',
    'Blue crevasses, grey moraine and the long white back of {peak}.',
    'You hear the glacier before you see it, and then it fills the whole head of {valley}.',
  ],
  waterfalls: [
    'The stream through {valley} is in a hurry, and drops over one ledge after another.',
    'Bring a rain jacket even in sunshine: the path passes right behind the largest fall.',
    'Seven falls in {valley}, the tallest of them higher than the church tower of {village}.',
  ],
  wildflowers: [
    'Arnica, orchids and gentians line the path from {village} up to the high pastures.',
    'The hay meadows above {village} are still cut by hand, and it shows in what grows there.',
    'Slow walking through {valley}, where nobody minds if you stop at every flower.',
  ],
  wildlife: [
    'Early starts and soft voices: {valley} belongs to deer, foxes and a pair of eagles.',
    'Binoculars are worth their weight here, above all at dusk near {water}.',
    'Few people come to {valley}, which is exactly why the animals do.',
  ],
  'summit views': [
    'On a clear day {peak} shows you half the country.',
    'The last hour up {peak} is steep, and forgotten as soon as you look around.',
    'One summit, {peak}, and all the time in the world to sit on it.',
  ],
  'old forests': [
    'Some of the trees in {valley} were old when {village} was founded.',
    'Moss, ferns and shade: the forest path through {valley} stays cool all summer.',
    'Hours under beech and oak, and hardly a road to cross.',
  ],
  'sea cliffs': [
    'The path runs along the edge, with the sea on one side and larks on the other.',
    'From {village} the cliffs climb steadily until {water} lies far below.',
    'Salt on your lips, gorse in bloom, and {water} always in sight.',
  ],
  gorges: [
    'Walkways and wire handrails lead through the narrowest part of {valley}.',
    'The river has cut {valley} so deep that the sun reaches the path only around noon.',
    'Cool air, wet rock and a path blasted by stubborn people a century ago.',
  ],
  'hot springs': [
    'Tired legs go straight into the warm pools near {village}.',
    'Steam over the trees gives the springs away long before you reach them.',
    'Walk all morning, soak all afternoon.',
  ],
  villages: [
    'From {village} to {other} by the paths that people took before there was a road.',
    'Church towers, bakeries and benches in the right places, from {village} to {other}.',
    'A walk for people who like to arrive somewhere, best of all in {other}.',
  ],
  'starry skies': [
    'No town for miles, so the nights over {peak} are properly dark.',
    'Stay up late: the stars over {water} are the reason to come.',
    'The days are good and the nights are better, with no lamp between here and {other}.',
  ],
};

const STAYS: Readonly<Record<string, readonly string[]>> = {
  'mountain huts': [
    'Nights are in shared rooms under thick blankets, with soup on the stove.',
    'The huts are simple, warm and full of people with stories.',
    'Each hut is a day’s walk from the next, and each has its own cake.',
  ],
  guesthouses: [
    'You sleep in family guesthouses, and your bag goes ahead by van.',
    'Good beds and better dinners wait at the end of each stage.',
    'The guesthouses are small, so it feels like visiting somebody’s aunt.',
  ],
  camping: [
    'Tents and stoves are provided; you carry your own share.',
    'Camp is pitched by a stream most evenings.',
    'You carry everything, and sleep where the ground is flat.',
  ],
  'farm stays': [
    'Breakfast comes from the yard outside the window.',
    'The farms put you up in converted barns and feed you well.',
    'Children usually find the goats before they find their room.',
  ],
  'small hotels': [
    'Evenings are for the sauna and a proper menu.',
    'Luggage travels ahead from hotel to hotel, so you walk with a light pack.',
    'The hotels keep packed lunches ready and dry your boots overnight.',
  ],
  'day trip': [
    'Back in {village} in time for dinner.',
    'Bring a packed lunch; there is nowhere to stop for food.',
    'Buses run from {village} morning and evening.',
  ],
};

const EFFORT: Readonly<Record<TripFacts['difficulty'], readonly string[]>> = {
  easy: ['Nothing steep, nothing exposed.', 'Fine for a first walking holiday.', 'Broad paths, short stages.'],
  moderate: [
    'Some honest climbs, none of them long.',
    'You should be happy on your feet for five hours.',
    'Paths are good, with a few stony stretches.',
  ],
  demanding: [
    'Long stages and big climbs: come fit.',
    'Sure feet needed on the upper half.',
    'Expect seven hours on the go, and earn your dinner.',
  ],
  expert: [
    'Only for people at home on exposed ground.',
    'Scrambling, snow and no easy way out: bring experience.',
    'A rope is used on two passages.',
  ],
};

/** A description of one to three sentences. */
export function describeTrip(trip: TripFacts, places: Places, random: Random): string {
  const sentences = [random.pick(OPENINGS[trip.highlights[0]])];
  const more = [random.pick(STAYS[trip.accommodation]), random.pick(EFFORT[trip.difficulty])];
  if (trip.highlights.length > 1 && random.next() < 0.35) more.unshift(random.pick(OPENINGS[trip.highlights[1]]));
  else if (trip.guided && random.next() < 0.3) more.push(`The guide takes no more than ${trip.groupSize} people.`);
  else if (trip.dogs && random.next() < 0.4) more.push('Dogs walk along, on a lead near livestock.');
  const kept = random.next() < 0.4 ? [more[random.integer(more.length)]] : more.slice(0, 2);
  return [...sentences, ...kept].map((sentence) => fill(sentence, places)).join(' ');
}

function fill(text: string, places: Places): string {
  return text.replace(/\{(\w+)\}/g, (_, place: keyof Places) => places[place]);
}
