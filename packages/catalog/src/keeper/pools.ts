/**
 * What an invented fact may be, by what it is about. Made up; large enough that drawing twice gives two facts.
 * @module
 */
import type { Keep } from './state.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s*\/\s*/);

const WOMEN = list(
  'Anneke / Celia / Edda / Greta / Isolde / Lioba / Merle / Ottilie / Runa / Tilda / Maja / Henrike / Rosalind / Svea',
);
const MEN = list(
  'Bram / Doran / Fenno / Hanno / Jorun / Kasimir / Nuno / Pelle / Sander / Veit / Anselm / Tobias / Ruben / Gregor',
);
const PEOPLE = [...WOMEN, ...MEN];
const PETS = list(
  'Bruno / Pepper / Juno / Moss / Biscuit / Kiwi / Otto / Nelly / Thistle / Bandit / Clover / Rusty / Luna / Pebble / Figaro / Hazel / Smoke / Tuppence',
);
const SURNAMES = list(
  'Aldermoor / Birkner / Castellan / Dahlgaard / Ellwand / Falkenrath / Grimsby / Hollander / Ivarsen / Kestrel / Lindqvist / Marchetti / Norling / Oakhurst',
);
const PLACES = list(
  'Harrowmere / Brandoch / Silverdale End / Kirnach / Oldersund / Vespera / Fallowby / Ostrava Mill / Pinhaven / Quarrystead / Tarnholm / Windle / Yarrowfield / Eastermark',
);
const MONTHS = list(
  'January / February / March / April / May / June / July / August / September / October / November / December',
);

/** Words for a game of letters: things outdoors, five to nine letters. */
export const WORDS: readonly string[] = list(
  'badger / beech / birch / bramble / bridge / brook / canyon / cavern / cliff / cloud / clover / coast / compass / creek / desert / eagle / falcon / feather / fern / forest / frost / glacier / gorge / grass / gravel / grove / harbour / hazel / heather / heron / island / ivory / juniper / lagoon / lantern / larch / maple / marmot / marsh / meadow / midge / mountain / nettle / otter / pasture / pebble / picnic / planet / prairie / puddle / quarry / rabbit / rapids / raven / ridge / river / rowan / saddle / salmon / shelter / shore / snail / sparrow / spring / spruce / squirrel / stone / storm / stream / summit / sunrise / swamp / thicket / thistle / thunder / trail / trout / tundra / valley / village / water / weather / willow / winter / woodland',
).filter((word) => word.length >= 5);

/** Pools by the word that names what they are about. */
export const POOLS: Readonly<Record<string, readonly string[]>> = {
  pet: PETS,
  name: PEOPLE,
  woman: WOMEN,
  man: MEN,
  surname: SURNAMES,
  town: PLACES,
  city: list(
    'Lisbon / Oslo / Kraków / Ghent / Porto / Turin / Bergen / Seville / Graz / Tallinn / Nantes / Leipzig / Split / Cork',
  ),
  country: list(
    'Norway / Portugal / Austria / Chile / Japan / Iceland / Canada / Slovenia / Nepal / Peru / Scotland / Georgia',
  ),
  age: Array.from({ length: 38 }, (_, k) => String(24 + k)),
  years: Array.from({ length: 27 }, (_, k) => `${k + 3} years`),
  date: MONTHS.flatMap((month) => [3, 8, 14, 19, 27].map((day) => `${day} ${month}`)),
  month: MONTHS,
  season: list('spring / summer / autumn / winter'),
  day: list('Monday / Tuesday / Wednesday / Thursday / Friday / Saturday / Sunday'),
  colour: list('green / blue / red / yellow / orange / violet / white / turquoise / grey / brown / black / pink'),
  color: list('green / blue / red / yellow / orange / violet / white / turquoise / grey / brown / black / pink'),
  animal: list(
    'marmot / otter / badger / ibex / lynx / heron / hare / fox / owl / salamander / trout / eagle / hedgehog / squirrel / stag / raven',
  ),
  bird: list('kingfisher / heron / raven / wren / golden eagle / dipper / puffin / barn owl / swift / lapwing'),
  fruit: list('apple / pear / plum / cherry / apricot / fig / quince / raspberry / blueberry / orange / grape / melon'),
  food: list(
    'lentil stew / barley soup / cheese dumplings / plum cake / rye bread / mushroom risotto / pancakes / potato gratin / pea soup / apple strudel / fish pie / walnut cake',
  ),
  drink: list(
    'mint tea / coffee / elderflower cordial / cider / hot chocolate / buttermilk / ginger tea / spring water / apple juice / beer',
  ),
  flower: list(
    'gentian / edelweiss / foxglove / harebell / cornflower / primrose / heather / wild rose / marigold / lily',
  ),
  tree: list('larch / oak / beech / rowan / birch / lime / spruce / chestnut / maple / alder'),
  instrument: list('accordion / fiddle / harmonica / cello / flute / guitar / zither / trumpet / piano / drum'),
  hobby: list(
    'whittling / beekeeping / chess / bell ringing / astronomy / bread baking / pottery / fly fishing / birdwatching / knitting',
  ),
  song: list(
    'The Miller’s Lament / Over the Pass / Lanterns / Nine Bridges / Grey Mare / The Ferryman / Long Road Home / Candle Night',
  ),
  book: list(
    'The Weather Keeper / Salt Roads / A Year of Fog / The Ninth Hut / Letters from the Pass / Moss / The Cartographer’s Sister',
  ),
  card: ['hearts', 'spades', 'clubs', 'diamonds'].flatMap((suit) =>
    list('ace / two / three / four / five / six / seven / eight / nine / ten / jack / queen / king').map(
      (rank) => `${rank} of ${suit}`,
    ),
  ),
  number: Array.from({ length: 99 }, (_, k) => String(k + 1)),
  thing: list(
    'a brass compass / a red scarf / a pocket knife / an old map / a tin whistle / a walnut / a blue notebook / a thermos flask / a rope / a silver coin / a lantern / a postcard',
  ),
};

/** Which pool, by words in what it is about; the first that fits. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:dog|cat|horse|pony|goat|donkey|pet|parrot|rabbit|mule|llama|hen|cow|puppy|kitten)(?:'s)?\b.*\bname|\bname\b.*\b(?:dog|cat|horse|pony|goat|donkey|pet|parrot|rabbit|mule|llama)|nickname/,
    'pet',
  ],
  [/\b(?:sister|daughter|mother|wife|aunt|niece|grandmother)\b/, 'woman'],
  [/\b(?:brother|son|father|husband|uncle|nephew|grandfather)\b/, 'man'],
  [/surname|last name|family name|maiden name/, 'surname'],
  [/\bname\b|called/, 'name'],
  [/\bage\b|how old|\bold\b/, 'age'],
  [/birthday|born on|date|anniversary/, 'date'],
  [/years|how long|experience|since when/, 'years'],
  [/town|village|home|born|grew up|grow up|live|from|hometown|place/, 'town'],
  [/\bcity\b/, 'city'],
  [/country|nation/, 'country'],
  [/colou?r|eyes|hair|jacket|boots|hat|scarf|car|tent/, 'colour'],
  [/bird/, 'bird'],
  [/animal|wildlife|creature/, 'animal'],
  [/fruit/, 'fruit'],
  [/food|dish|meal|snack|cake|breakfast|dinner|lunch|cheese|soup|recipe|eat/, 'food'],
  [/drink|tea|coffee|beer/, 'drink'],
  [/flower|plant/, 'flower'],
  [/tree/, 'tree'],
  [/instrument|play/, 'instrument'],
  [/hobby|spare time|free time|pastime/, 'hobby'],
  [/song|music|tune/, 'song'],
  [/book|novel/, 'book'],
  [/season/, 'season'],
  [/month/, 'month'],
  [/\bday\b/, 'day'],
  [/number|how many|shoe size|size/, 'number'],
  [
    /friend|wife|husband|partner|son|daughter|brother|sister|mother|father|uncle|aunt|boss|teacher|mentor|cousin|grand/,
    'name',
  ],
];

/** What a fact about something may be. */
export function poolFor({ index }: Keep, about: string): readonly string[] {
  const plain = about.toLowerCase();
  if (new RegExp(`\\b(?:${index.catalog.noun.one}|trail|hike|walk|route|tour)\\b`).test(plain)) {
    return Array.from({ length: index.catalog.size }, (_, item) => index.catalog.view(item).name);
  }
  if (Object.hasOwn(POOLS, plain)) return POOLS[plain];
  const found = BY_WORDS.find(([pattern]) => pattern.test(plain));
  return POOLS[found?.[1] ?? 'thing'];
}
