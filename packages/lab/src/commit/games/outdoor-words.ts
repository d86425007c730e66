/**
 * Words that have to do with the outdoors, of five to eight letters: candidates in hangman.
 * @module
 */

/** Lower case, no two alike. */
export const OUTDOOR_WORDS: readonly string[] = `
acorn alder alpine anchor animal arbor aspen aster autumn badger bamboo banks basin basket beach beacon bears beaver
beetle berries berry birch birds bison bivouac blanket blossom boats boots border boulder bracken bramble branch breeze bridge brook
bushes cabin cables cactus cairn camper campfire camping candle canoe canopy canteen canyon cascade cavern caves cedar chalet chestnut
clearing cliff climb climber climbing clouds clover coast coastal compass conifer copse coral cottage cougar coyote crater creek crest
crevasse cricket current cuckoo curlew cypress daisy dolphin dunes eagle earth elder ember estuary evening falcon fault feather fences
ferns ferry fields finch fishing fjord flame flint flood flower foliage foothill footpath forest forester fossil fountain foxes
freeze frost fungus garden gentian geyser glacier glade granite grass gravel grotto grouse grove gully hammock hamlet harbour
harvest hatchet hazel heath heather hedge heron hiker hiking hills hillside hollow horizon hornet horse huts icefall iceberg island
islet jetty journey jungle juniper kayak kestrel ladder lagoon lakes landmark lantern larch larks lasso laurel lava leaves
ledge lichen lizard lodge lookout lupin lynx maple marmot marsh marten matches meadow mountain mushroom muskrat nature needle
nettle night north oasis ocean orchard orchid osprey otter outdoors outpost overhang owlet paddle panther parka pasture path peaks
pebble picnic pines pinnacle plain plateau plover poncho ponds poplar prairie puddle puffin quarry rabbit rafting rainbow raincoat ramble
rapids raven ravine reeds reservoir ridge river riverbed robin rocks rowan rucksack saddle salmon sandals sapling scree season shelter
shore shovel shrub shrew sierra silence skies slopes snowfall snowshoe sparrow spring spruce squirrel stable starling stars steep steppe stile
stone storm stove stream strider stump summer summit sunrise sunset sunshine swamp swans sycamore tarns tarpaulin terrain thicket thistle
thrush thunder tides timber toads torch tower trail trails trees trekking trout tundra tunnel turtle twigs valley vessel
viewpoint village vines violet vista volcano vulture walker walking warbler wasps water waves weasel weather whale wheat wilderness
willow winds winter wolves woods woodland yonder`
  .trim()
  .split(/\s+/)
  .filter((word, i, words) => word.length >= 5 && word.length <= 8 && words.indexOf(word) === i);
