/**
 * How long a turn takes as the catalogue grows: fold a wish into the belief and decide what to do next, against a plain
 * linear scan over row objects that filters by every wish and counts every value again.
 *
 *   npm run -s bench benchmarks/turn-latency.ts
 *
 * Catalogue: 20 attributes of 10 values (Zipf-distributed), so 200 attribute values. A conversation of four wishes; the
 * median over all turns of all conversations, the opening included. One core. Claim: 50 ms at 10⁶ items, 5 ms at 10⁴.
 * @module
 */
import {
  type Attribute,
  addWish,
  type Catalog,
  type Column,
  decideTurn,
  indexCatalog,
  nextTurn,
  startState,
} from '@sente/catalog';
import { createRandom } from '@sente/engine';

const ATTRIBUTES = 20;
const VALUES = 10;
const CONVERSATIONS = 12;
const WISHES = 4;

function generate(size: number): Catalog {
  const random = createRandom(size);
  const odds = Array.from({ length: VALUES }, (_, v) => 1 / (v + 1));
  const attributes: Attribute[] = [];
  const columns: Column[] = [];
  const cumulative = new Float64Array(VALUES);
  let total = 0;
  odds.forEach((weight, v) => {
    total += weight;
    cumulative[v] = total;
  });
  for (let a = 0; a < ATTRIBUTES; a++) {
    const values = Array.from({ length: VALUES }, (_, v) => `value ${v}`);
    attributes.push({ key: `a${a}`, label: `attribute ${a}`, type: 'category', values, askable: true });
    const codes = new Uint32Array(size);
    for (let item = 0; item < size; item++) {
      const mark = random.next() * total;
      let v = 0;
      while (cumulative[v] < mark) v++;
      codes[item] = v;
    }
    columns.push({ codes });
  }
  const noun = { one: 'thing', many: 'things' };
  const view: Catalog['view'] = (item) => ({ item, id: `${item}`, name: `thing ${item}`, facts: [] });
  return { name: 'generated', noun, size, attributes, columns, view };
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1];

/** One conversation after the other; the time of every turn. */
function sente(catalog: Catalog): number[] {
  const index = indexCatalog(catalog);
  const times: number[] = [];
  for (let c = 0; c < CONVERSATIONS; c++) {
    const random = createRandom(c);
    const target = random.integer(catalog.size);
    let state = startState(index);
    for (let turn = 0; turn <= WISHES; turn++) {
      const started = performance.now();
      if (turn > 0) {
        const attribute = (c * WISHES + turn) % ATTRIBUTES;
        const value = catalog.columns[attribute].codes[target];
        state = nextTurn(addWish(index, state, { kind: 'is', attribute, values: [value] }, ''));
      }
      decideTurn(index, state, {}, random.split(turn));
      times.push(performance.now() - started);
    }
  }
  return times;
}

/** The plain way: rows are objects; every turn filters all of them and counts every value of those that are left. */
function scan(catalog: Catalog): number[] {
  const rows = Array.from({ length: catalog.size }, (_, item) =>
    Object.fromEntries(catalog.attributes.map(({ key, values }, a) => [key, values[catalog.columns[a].codes[item]]])),
  );
  const times: number[] = [];
  for (let c = 0; c < CONVERSATIONS; c++) {
    const random = createRandom(c);
    const target = random.integer(catalog.size);
    const wishes: [string, string][] = [];
    for (let turn = 0; turn <= WISHES; turn++) {
      const started = performance.now();
      if (turn > 0) {
        const { key } = catalog.attributes[(c * WISHES + turn) % ATTRIBUTES];
        wishes.push([key, rows[target][key]]);
      }
      const left = rows.filter((row) => wishes.every(([key, value]) => row[key] === value));
      const counts = new Map<string, Map<string, number>>();
      for (const { key } of catalog.attributes) {
        const values = new Map<string, number>();
        for (const row of left) values.set(row[key], (values.get(row[key]) ?? 0) + 1);
        counts.set(key, values);
      }
      times.push(performance.now() - started);
    }
  }
  return times;
}

console.log('items      sente, median ms   sente, slowest ms   linear scan, median ms   ratio (scan / sente)');
for (const size of [1e4, 1e5, 1e6]) {
  const catalog = generate(size);
  for (let k = 0; k < 3; k++) sente(generate(1000)); // a server's code is warm
  const ours = sente(catalog);
  const plain = scan(catalog);
  const [a, b] = [median(ours), median(plain)];
  const cells = [
    size.toLocaleString('en'),
    a.toFixed(2),
    Math.max(...ours).toFixed(1),
    b.toFixed(2),
    (b / a).toFixed(1),
  ];
  console.log(cells.map((cell, i) => cell.padEnd([11, 19, 20, 25, 8][i])).join(''));
}
