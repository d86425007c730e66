/**
 * `sente studio`, and `sente` alone: the web studio on this machine.
 * @module
 */
import { Command, Option } from 'commander';
import { readConfigFile } from '../settings/config-file.ts';
import { NO_MODEL, notYet } from '../settings/not-yet.ts';
import { horizon, port } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { listen } from './listening.ts';
import { openBrowser } from './open-browser.ts';

interface StudioOptions {
  readonly catalog?: string;
  readonly port?: number;
  readonly horizon?: number;
  readonly open: boolean;
}

const DEFAULT_PORT = 4747;

const EXAMPLES = `
Examples:
  sente                                 the studio with the table that ships with Sente
  sente --catalog laptops.csv           with your own
  sente studio --port 8080 --no-open`;

/** Makes the command. */
export function studioCommand(): Command {
  const command = new Command('studio')
    .description('the web studio, for this machine only (the default)')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .addOption(
      new Option('--port <n>', `port to listen on; 0 takes any free one (default: ${DEFAULT_PORT})`).argParser(port),
    )
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .option('--no-open', 'do not open the browser')
    .addHelpText('after', EXAMPLES)
    .action(studio);
  return notYet(command, '--model <id>', NO_MODEL);
}

async function studio(options: StudioOptions): Promise<void> {
  const config = await readConfigFile();
  const opened = await openCatalog(options.catalog ?? config.catalog);
  const server = await listen({
    ...opened,
    horizon: options.horizon ?? config.horizon,
    port: options.port ?? config.port ?? DEFAULT_PORT,
  });
  const { name, size, noun } = opened.catalog;
  process.stdout.write(`${name}: ${size.toLocaleString('en')} ${size === 1 ? noun.one : noun.many}.\n`);
  process.stdout.write(`The studio is at ${server.url} (Ctrl-C stops it).\n`);
  if (options.open) openBrowser(server.url);
}
