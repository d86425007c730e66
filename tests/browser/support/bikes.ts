/**
 * A small table for the tests: 60 bicycles, with cells that try to be markup.
 * @module
 */

const BRANDS = ['Gazelle', 'Giant', 'Trek', 'Cube', 'Kalkhoff'];
const FRAMES = ['step-through', 'diamond', 'folding'];
const COLOURS = ['red', 'blue', 'black', 'green'];

/** The words that must be seen as words. Run as markup, either would set `window.pwned`. */
export const HOSTILE = ['<script>window.pwned=1</script>', '<img src=x onerror=window.pwned=1>'];

/** The table as CSV; each bicycle's story holds markup, and so does one brand. */
export function bikesCsv(): string {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const brand = at % 10 === 9 ? `<b onmouseover=window.pwned=1>Bold</b>` : BRANDS[at % BRANDS.length];
    const gears = [1, 3, 7, 8, 21][(at * 7) % 5];
    const price = 300 + ((at * 37) % 60) * 25;
    const story = `Bicycle number ${at}, ridden with care and told about at some length. ${HOSTILE[at % 2]}`;
    return [
      `Bike ${at + 1}`,
      brand,
      FRAMES[(at * 5) % 3],
      COLOURS[(at * 3 + (at >> 3)) % 4],
      gears,
      `${price} €`,
      at % 3 === 0 ? 'yes' : 'no',
      `"${story}"`,
    ].join(',');
  });
  return `${['name', 'brand', 'frame', 'colour', 'gears', 'price', 'electric', 'story'].join(',')}\n${rows.join('\n')}\n`;
}

/** The same with a row that lacks cells: line 4 of the file. */
export function raggedCsv(): string {
  const lines = bikesCsv().split('\n');
  return [...lines.slice(0, 3), 'Bike 3,Trek,folding', ...lines.slice(4)].join('\n');
}
