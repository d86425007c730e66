/**
 * The invented country that the made catalogue's trips lead through: ten regions and their places.
 * @module
 */

/** What a trip can be praised for. */
export const HIGHLIGHTS = [
  'lakes',
  'glaciers',
  'waterfalls',
  'wildflowers',
  'wildlife',
  'summit views',
  'old forests',
  'sea cliffs',
  'gorges',
  'hot springs',
  'villages',
  'starry skies',
] as const;

/** One of `HIGHLIGHTS`. */
export type Highlight = (typeof HIGHLIGHTS)[number];

/** A region, and what walking there is like. */
export interface Region {
  readonly name: string;
  /** 0 gentle … 1 wild: moves difficulty, ascent and height. */
  readonly rugged: number;
  /** Price level; 1 is the country's mean. */
  readonly level: number;
  /** First and last month in which the paths are open, 1 to 12. */
  readonly open: readonly [number, number];
  /** How likely each highlight is, up to a factor; absent: never. */
  readonly known: Readonly<Partial<Record<Highlight, number>>>;
  readonly peaks: readonly string[];
  /** Lakes inland, bays and capes by the sea. */
  readonly waters: readonly string[];
  readonly valleys: readonly string[];
  readonly villages: readonly string[];
}

/** The ten regions. All names are made up. */
export const REGIONS: readonly Region[] = [
  {
    name: 'Aldene Alps',
    rugged: 0.85,
    level: 1.2,
    open: [6, 9],
    known: { glaciers: 5, lakes: 3, 'summit views': 5, wildflowers: 2, waterfalls: 2, 'starry skies': 1, villages: 1 },
    peaks: ['Mount Vessel', 'Korvath', 'Tall Margit', 'Ember Needle', 'Bishop’s Tooth', 'Silberan'],
    waters: ['Lake Aurel', 'Mirror Tarn', 'Lake Ondine', 'Lower Isk Lake', 'Bluewater Tarn'],
    valleys: ['Val Serin', 'Val Morra', 'Hohlen Valley', 'Val d’Arven', 'Upper Isk Valley'],
    villages: ['Brennach', 'Sankt Orla', 'Morrasca', 'Arvenbad', 'Oberisk'],
  },
  {
    name: 'Torrow Highlands',
    rugged: 0.6,
    level: 1,
    open: [4, 10],
    known: { lakes: 5, wildlife: 4, 'starry skies': 3, waterfalls: 3, 'summit views': 3, villages: 1 },
    peaks: ['Ben Hallow', 'Carn Dorrin', 'Stac Morven', 'Ben Ellick', 'Meikle Law'],
    waters: ['Loch Torrow', 'Loch Anver', 'Loch na Shee', 'Black Loch', 'Loch Dunnet Mor'],
    valleys: ['Glen Torrow', 'Glen Farrin', 'Strath Ellick', 'Glen Shalloch', 'Hallow Glen'],
    villages: ['Kinfarrin', 'Anverbridge', 'Dorrin', 'Port Shalloch', 'Ellick Mains'],
  },
  {
    name: 'Sarn Coast',
    rugged: 0.25,
    level: 1,
    open: [3, 11],
    known: { 'sea cliffs': 7, wildlife: 3, villages: 4, wildflowers: 3, 'starry skies': 1 },
    peaks: ['Beacon Hill', 'Carrow Head', 'St Ruan’s Down', 'Gull Rock', 'Watchman’s Tor'],
    waters: ['Sarn Bay', 'Cape Wether', 'Lantern Point', 'Pilchard Cove', 'Ruan Sands'],
    valleys: ['Carrow Combe', 'Withy Valley', 'Smuggler’s Combe', 'Trellen Valley', 'Ruan Combe'],
    villages: ['Sarnhaven', 'Trellen', 'Port Carrow', 'Withymouth', 'St Ruan'],
  },
  {
    name: 'Lower Marrow Dales',
    rugged: 0.15,
    level: 0.85,
    open: [3, 11],
    known: { villages: 5, wildflowers: 5, waterfalls: 3, 'old forests': 2, gorges: 1, wildlife: 2 },
    peaks: ['Pike Hill', 'Hagworm Moor', 'Old Cold Fell', 'Ramsgill Pike', 'Long Rigg'],
    waters: ['Marrow Water', 'Thornmere', 'Skell Tarn', 'Miller’s Pool', 'Semmer Beck'],
    valleys: ['Marrowdale', 'Skelldale', 'Thorndale', 'Little Ramsdale', 'Cotterby Dale'],
    villages: ['Askerby', 'Thornwick', 'Marrow Bridge', 'Cotterby', 'Ramsgarth'],
  },
  {
    name: 'Pinewater Lakeland',
    rugged: 0.2,
    level: 0.9,
    open: [5, 10],
    known: { lakes: 7, 'old forests': 5, wildlife: 4, 'starry skies': 3, wildflowers: 1 },
    peaks: ['Kettuvara', 'Round Hill', 'Harju Ridge', 'Otsola Fell', 'Pinnacle Rock'],
    waters: ['Lake Saimel', 'Pinewater', 'Lake Orivo', 'Heron Lake', 'Lake Kettu', 'Swan Lake'],
    valleys: ['Otsola Forest', 'Bear Hollow', 'Orivo Narrows', 'Lynx Valley', 'Harju Woods'],
    villages: ['Saimela', 'Orivo', 'Pinewater Mill', 'Kettula', 'Otsola'],
  },
  {
    name: 'Cinder Isles',
    rugged: 0.55,
    level: 1.15,
    open: [1, 12],
    known: { 'hot springs': 5, 'sea cliffs': 4, 'summit views': 3, 'starry skies': 3, gorges: 2, wildlife: 2 },
    peaks: ['Mount Cinder', 'Pico Fumo', 'Old Smoker', 'Caldera Grande', 'Sulphur Peak'],
    waters: ['Black Sand Bay', 'Crater Lake', 'Steam Cove', 'Lagoa Verde', 'Punta Brasa'],
    valleys: ['Val de Brasa', 'Fern Valley', 'Fumo Gorge', 'Laurel Valley', 'Ash Valley'],
    villages: ['Porto Brasa', 'Santa Cela', 'Fumo', 'Ribeira Verde', 'Laurel Town'],
  },
  {
    name: 'Karsova Gorges',
    rugged: 0.5,
    level: 0.75,
    open: [4, 10],
    known: { gorges: 7, waterfalls: 5, 'old forests': 3, villages: 3, wildlife: 2, 'summit views': 1 },
    peaks: ['Veli Rog', 'Golina', 'Stara Peak', 'Eagle Wall', 'Mali Rog'],
    waters: ['Lake Karsova', 'Green Pools', 'Lake Bistra', 'Seven Pools', 'Lake Javor'],
    valleys: ['Karsova Valley', 'Bistra Valley', 'Javor Valley', 'Wolf’s Leap', 'Rog Valley'],
    villages: ['Karsova', 'Gornji Javor', 'Bistrica', 'Podrog', 'Stari Most'],
  },
  {
    name: 'Sierra Pardal',
    rugged: 0.65,
    level: 0.8,
    open: [3, 11],
    known: {
      'summit views': 5,
      gorges: 3,
      villages: 4,
      'starry skies': 4,
      wildlife: 2,
      wildflowers: 3,
      'hot springs': 1,
    },
    peaks: ['Alto Pardal', 'Cerro Lobo', 'Pico del Alba', 'La Monja', 'Cerro Almendro'],
    waters: ['Laguna Fría', 'Laguna Honda', 'Mill Pools', 'Laguna del Alba', 'Charco Azul'],
    valleys: ['Valle Almendro', 'Barranco Lobo', 'Valle del Alba', 'Valdehonda', 'Valle Pardal'],
    villages: ['Almendral', 'Pardalejo', 'Valdehonda de la Sierra', 'Casas del Alba', 'Lobera'],
  },
  {
    name: 'Northern Reach',
    rugged: 0.8,
    level: 1.35,
    open: [6, 9],
    known: { glaciers: 4, wildlife: 4, lakes: 3, waterfalls: 4, 'hot springs': 2, 'sea cliffs': 2, 'starry skies': 2 },
    peaks: ['Skarvtind', 'Isfjell', 'Raven Horn', 'Storskar', 'Whale’s Back'],
    waters: ['Skarvfjord', 'Lake Iskald', 'Raven Fjord', 'Mirrorvatn', 'Seal Bay'],
    valleys: ['Skarvdal', 'Reindeer Valley', 'Iskald Valley', 'Storskardal', 'Birch Valley'],
    villages: ['Skarvik', 'Isnes', 'Ravenvik', 'Storsand', 'Birkeland Mark'],
  },
  {
    name: 'Amberwood',
    rugged: 0.1,
    level: 0.8,
    open: [3, 11],
    known: { 'old forests': 7, villages: 4, wildlife: 3, wildflowers: 2, gorges: 1, lakes: 1, 'hot springs': 1 },
    peaks: ['Owl’s Head', 'Castle Rock', 'Hermit’s Hill', 'Charcoal Top', 'Fox Tor'],
    waters: ['Monk’s Pond', 'Amber Mere', 'Otter Weir', 'Glasswater', 'Linden Lake'],
    valleys: ['Lindental', 'Owl Valley', 'Hermit’s Hollow', 'Beech Valley', 'Amber Valley'],
    villages: ['Lindenau am Wald', 'Glashütten', 'Ambersfeld', 'Owlsbach', 'Köhlerdorf'],
  },
];
