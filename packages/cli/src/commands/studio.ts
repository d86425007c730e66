/**
 * `sente studio`, and `sente` alone: the web studio on this machine.
 * @module
 */
import { Command, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { PROCESS } from '../measure/outside.ts';
import { chosenModel } from '../settings/chosen-model.ts';
import { readConfigFile, type SenteConfig } from '../settings/config-file.ts';
import { horizon, port } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { policyOption, servedPolicy } from '../settings/served-policy.ts';
import { listen } from './listening.ts';
import { openBrowser } from './open-browser.ts';

interface StudioOptions {
  readonly catalog?: string;
  readonly policy?: string;
  readonly model?: string;
  readonly planner?: string;
  readonly port?: number;
  readonly horizon?: number;
  readonly open: boolean;
}

const DEFAULT_PORT = 4747;

const EXAMPLES = `
Examples:
  sente                                 the studio with the table that ships with Sente
  sente --catalog laptops.csv           with your own
  sente --catalog laptops.csv --policy learned   and a policy of its own, trained in the background
  sente --model ollama:qwen3:8b         and a language model, bare and with initiative side by side
  sente studio --port 8080 --no-open`;

/** Makes the command. */
export function studioCommand(): Command {
  return new Command('studio')
    .description('the web studio, for this machine only (the default)')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .addOption(policyOption())
    .option(
      '--model <id>',
      'a language model: openai:NAME, ollama:NAME, URL#NAME or pocket; can be set in the studio too',
    )
    .option('--planner <id>', "makes the layer's own calls in the model's place")
    .addOption(
      new Option('--port <n>', `port to listen on; 0 takes any free one (default: ${DEFAULT_PORT})`).argParser(port),
    )
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .option('--no-open', 'do not open the browser')
    .addHelpText('after', EXAMPLES)
    .action(studio);
}

async function studio(options: StudioOptions): Promise<void> {
  const config = await readConfigFile();
  const open = await openWorld(options, config);
  const catalog = options.catalog ?? config.catalog;
  const ahead = options.horizon ?? config.horizon;
  const opened = await openCatalog(catalog);
  const server = await listen({
    ...opened,
    policy: await servedPolicy({ policy: options.policy, catalog, horizon: ahead }, PROCESS),
    open,
    horizon: ahead,
    port: options.port ?? config.port ?? DEFAULT_PORT,
  });
  const { name, size, noun } = opened.catalog;
  process.stdout.write(`${name}: ${size.toLocaleString('en')} ${size === 1 ? noun.one : noun.many}.\n`);
  if (open.model) process.stdout.write(`The model is ${shortId(open.model.id)}.\n`);
  // Whoever names a model wants to talk to it.
  const url = options.model === undefined ? server.url : `${server.url}/#/open`;
  process.stdout.write(`The studio is at ${url} (Ctrl-C stops it).\n`);
  if (options.open) openBrowser(url);
}

/** The ID without scheme, path and query, which may hold a key. */
function shortId(id: string): string {
  return id.replace(/^https?:\/\/([^/?#]+)[^#]*#/i, '$1#');
}

/** The model to begin with, if one is named. Throws UsageError for an ID that names none. */
async function openWorld(
  options: StudioOptions,
  config: SenteConfig,
): Promise<{ readonly model?: { readonly id: string; readonly planner?: string } }> {
  const id = options.model ?? config.model;
  const planner = options.planner ?? config.planner;
  if (id === undefined) {
    if (options.planner !== undefined) throw new UsageError('--planner needs --model: it decides for that model.');
    return {};
  }
  await chosenModel(id, '--model');
  if (planner !== undefined) await chosenModel(planner, '--planner');
  return { model: { id, ...(planner !== undefined && { planner }) } };
}
