/**
 * `sente serve`: the chat over HTTP, for a shop's own page.
 * @module
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfigFile } from '../settings/config-file.ts';
import { notYet } from '../settings/not-yet.ts';
import { horizon, port } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { listen } from './listening.ts';

interface ServeOptions {
  readonly catalog?: string;
  readonly host?: string;
  readonly port?: number;
  readonly key?: string;
  readonly chatKey?: string;
  readonly allowOrigin?: string[];
  readonly horizon?: number;
}

const DEFAULT_PORT = 4748;

const EXAMPLES = `
Examples:
  sente serve --catalog shop.csv --allow-origin https://shop.example
  sente serve --catalog shop.csv --host 0.0.0.0 --key "$OWNER_KEY" --chat-key public --allow-origin https://shop.example
  curl -s localhost:4748/api/chat -H 'content-type: application/json' -d '{"message": "under 800"}'
The owner's key opens everything under /api; the chat key may stand in a public page and opens the chat alone.
Both can come from the environment: SENTE_KEY, SENTE_CHAT_KEY.`;

const NO_UPSTREAM =
  'the proxy in front of a language model is not in this version; sente serve answers from a table (--catalog FILE).';

/** Makes the command. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('the chat over HTTP, with a web component for your own page')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .option('--host <address>', 'address to listen on; any but loopback demands --key (default: 127.0.0.1)')
    .addOption(
      new Option('--port <n>', `port to listen on; 0 takes any free one (default: ${DEFAULT_PORT})`).argParser(port),
    )
    .addOption(new Option('--key <key>', "the owner's key").env('SENTE_KEY'))
    .addOption(
      new Option('--chat-key <key>', 'a key that may be published: opens the chat alone').env('SENTE_CHAT_KEY'),
    )
    .addOption(
      new Option('--allow-origin <origin...>', 'sites whose pages may chat, as https://shop.example').argParser(origin),
    )
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .addHelpText('after', EXAMPLES)
    .action(serve);
  notYet(command, '--upstream <url>', NO_UPSTREAM);
  notYet(command, '--reward', 'the reward endpoint is not in this version.');
  return command;
}

async function serve(options: ServeOptions, command: Command): Promise<void> {
  if (options.chatKey !== undefined && options.key === undefined) {
    command.error('error: --chat-key needs --key: without an owner’s key everything is open anyway.');
  }
  const config = await readConfigFile();
  const opened = await openCatalog(options.catalog ?? config.catalog);
  const server = await listen({
    ...opened,
    studio: false,
    host: options.host ?? config.host,
    port: options.port ?? config.port ?? DEFAULT_PORT,
    key: options.key,
    chatKey: options.chatKey,
    allowOrigin: options.allowOrigin ?? [config.allowOrigin ?? []].flat(),
    horizon: options.horizon ?? config.horizon,
  });
  const { name, size } = opened.catalog;
  process.stdout.write(`Serving ${name} (${size.toLocaleString('en')} items) at ${server.url} (Ctrl-C stops it).\n`);
  process.stdout.write(
    `On your page: <script src="${server.url}/sente-chat.js" defer></script> <sente-chat></sente-chat>\n`,
  );
}

/** An origin as browsers write it, or `*`. */
function origin(text: string, before: string[] = []): string[] {
  if (text === '*') return [...before, text];
  const isOrigin = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isOrigin) throw new InvalidArgumentError('An origin looks like https://shop.example (or is *).');
  return [...before, new URL(text).origin];
}
