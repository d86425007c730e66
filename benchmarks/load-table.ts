/**
 * Loading a CSV table of a million rows and ten columns: rows per second of `loadCatalog` (quoting, types, ranges, codes
 * and all), against a loop that splits the same text at line breaks and commas and keeps nothing. Seconds are those of
 * the processor (all threads of this process), so that a busy machine does not change the ratio much.
 *
 * `npm run -s bench -- benchmarks/load-table.ts [rows]`
 * @module
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { loadCatalog } from '@sente/catalog';

const rows = Number(process.argv[2] ?? 1_000_000);
const directory = await mkdtemp(join(tmpdir(), 'sente-load-table-'));
const path = join(directory, 'laptops.csv');

async function writeTable(): Promise<void> {
  const file = createWriteStream(path);
  const brands = ['Acme', 'Borel', 'Corin', 'Dune', 'Eden'];
  const ports = ['usb', 'hdmi', 'usb; hdmi', 'usb; hdmi; sd'];
  let text = 'id,name,brand,screenSize_in,RAM,price,colour,touchscreen,ports,stock\n';
  for (let i = 0; i < rows; i++) {
    text +=
      `L${i},"Model ${i}, ${2020 + (i % 6)}",${brands[i % 5]},${11 + (i % 7)},${[8, 16, 32][i % 3]} GB,€${300 + ((i * 7919) % 2700)},` +
      `${['red', 'blue', 'black', 'silver'][i % 4]},${i % 2 ? 'yes' : 'no'},${ports[i % 4]},${i % 50}\n`;
    if (text.length < 1 << 20) continue;
    file.write(text);
    text = '';
  }
  file.end(text);
  await finished(file);
}

async function splitNaively(): Promise<number> {
  let cells = 0;
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) cells += line.split(',').length;
  }
  return cells;
}

async function seconds(work: () => Promise<unknown>): Promise<{ processor: number; clock: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1e6, clock: (performance.now() - started) / 1000 };
}

try {
  await writeTable();
  const naive = await seconds(splitNaively);
  let catalogSize = 0;
  const loading = await seconds(async () => {
    catalogSize = (await loadCatalog(path)).size;
  });
  const told = ({ processor, clock }: { processor: number; clock: number }): string =>
    `${Math.round(rows / processor).toLocaleString('en-GB')} rows/s (${processor.toFixed(2)} s of processor, ${clock.toFixed(2)} s by the clock)`;
  console.log(`rows                    ${catalogSize.toLocaleString('en-GB')} × 10 columns`);
  console.log(`loadCatalog             ${told(loading)}`);
  console.log(`split(',') loop         ${told(naive)}`);
  console.log(`ratio of times          ${(loading.processor / naive.processor).toFixed(2)}`);
  console.log(`peak memory             ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
} finally {
  await rm(directory, { recursive: true });
}
