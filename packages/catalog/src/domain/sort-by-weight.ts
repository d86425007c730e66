/**
 * Sorts many items by weight: several times as quick as a sort with a comparison function.
 * @module
 */

/**
 * Numbers of the items with a weight above 0, heaviest first, of equals the lower number. At most 2²¹ items are sorted
 * quickly, more in the plain way.
 *
 * The upper halves of positive doubles, read as whole numbers, stand in the order of the doubles. With the item's number
 * behind, each is one whole number below 2⁵², and numbers are sorted without calls. What has the same upper half, a
 * part in a million apart, is put right afterwards; where that is much, the plain way is taken after all.
 */
export function sortByWeight(weights: Float64Array): Uint32Array {
  const halves = new Uint32Array(weights.buffer, weights.byteOffset, 2 * weights.length);
  const keys = new Float64Array(weights.length);
  let count = 0;
  for (let item = 0; item < weights.length; item++) {
    if (weights[item] > 0) keys[count++] = (MOST - halves[2 * item + UPPER]) * ROOM + item;
  }
  const sorted = keys.subarray(0, count).sort();
  const items = new Uint32Array(count);
  for (let k = 0; k < count; k++) items[k] = sorted[k] - Math.floor(sorted[k] / ROOM) * ROOM;
  let moves = weights.length > ROOM ? Number.POSITIVE_INFINITY : 0;
  for (let k = 1; k < count && moves <= PATIENCE * count; k++) {
    const item = items[k];
    let at = k;
    while (at > 0 && weights[items[at - 1]] < weights[item]) {
      items[at] = items[at - 1];
      at--;
    }
    items[at] = item;
    moves += k - at;
  }
  if (moves <= PATIENCE * count) return items;
  const all = new Uint32Array(weights.length);
  for (let item = 0; item < all.length; item++) all[item] = item;
  return all.filter((item) => weights[item] > 0).sort((a, b) => weights[b] - weights[a] || a - b);
}

/** The largest upper half of a positive double, infinity's. */
const MOST = 0x7ff00000;
const ROOM = 2 ** 21;
/** Moves an item that are put up with. */
const PATIENCE = 8;
/** Which half of a double is the upper one on this machine. */
const UPPER = new Uint8Array(Uint32Array.of(1).buffer)[0];
