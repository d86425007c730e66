/**
 * `sente serve`: a chat about a table for a shop's own page, a language model with initiative for any client of OpenAI's
 * protocol, rewards for trainers, or all of them.
 * @module
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { PROCESS } from '../measure/outside.ts';
import { readConfigFile } from '../settings/config-file.ts';
import { addInitiativeOptions } from '../settings/initiative-options.ts';
import { horizon, port, wholeNumber } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { type ProxyFlags, proxySettings, serverSite } from '../settings/proxy-settings.ts';
import { addRewardOptions, type RewardFlags, rewardSettings } from '../settings/reward-settings.ts';
import { policyOption, servedPolicy } from '../settings/served-policy.ts';
import { listen } from './listening.ts';

interface ServeOptions extends ProxyFlags, RewardFlags {
  readonly catalog?: string;
  readonly policy?: string;
  readonly host?: string;
  readonly port?: number;
  readonly key?: string[];
  readonly chatKey?: string;
  readonly allowOrigin?: string[];
}

const DEFAULT_PORT = 4748;

const EXAMPLES = `
Examples:
  sente serve --upstream https://api.openai.com/v1          then, in the client: OPENAI_BASE_URL=http://127.0.0.1:${DEFAULT_PORT}/v1
  sente serve --upstream http://127.0.0.1:11434/v1 --planner ollama:qwen3:4b --deadline 800
  sente serve --upstream https://api.openai.com/v1 --mode observe             decides and records, changes nothing
  SENTE_UPSTREAM_KEY=sk-… sente serve --upstream https://api.openai.com/v1 --host 0.0.0.0 --key team-a --key team-b
  sente serve --upstream http://127.0.0.1:11434/v1 --agenda goals.json --restraint limits.json --webhook https://crm.example/said
  sente serve --upstream http://127.0.0.1:11434/v1 --depth simulate --budget 80calls 20s --deadline 25000
  sente serve --upstream http://127.0.0.1:11434/v1 --commitments price.json --forecaster fitted.json
  sente serve --upstream pocket                 a small model that comes with Sente: no key; it knows one shop and nothing else
  sente serve --reward --assistant http://127.0.0.1:8000/v1#policy --user openai:gpt-5-mini --judge openai:gpt-5-mini
  sente serve --catalog shop.csv --allow-origin https://shop.example
  sente serve --catalog shop.csv --policy learned   a policy of its own, trained in the background; shop.policy.json once it is there
  sente serve --catalog shop.csv --host 0.0.0.0 --key "$OWNER_KEY" --chat-key public --allow-origin https://shop.example
  curl -s localhost:${DEFAULT_PORT}/api/chat -H 'content-type: application/json' -d '{"message": "under 800"}'
The first --key opens everything, further ones the language model alone; the chat key may stand in a public page and opens
the chat about the table alone. From the environment: SENTE_KEY, SENTE_CHAT_KEY, SENTE_UPSTREAM_KEY. Without an upstream
key, and without --key, clients' own keys are passed on (on this machine only).`;

/** Makes the command. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description(
      'an OpenAI-compatible endpoint with initiative, a chat about a table for your own page, or rewards for trainers',
    )
    .option(
      '--upstream <url>',
      "a model's server, as https://api.openai.com/v1 or http://127.0.0.1:11434/v1; or pocket",
    )
    .option('--upstream-key-env <name>', "variable that holds the upstream's key (default: SENTE_UPSTREAM_KEY)")
    .option('--model <name...>', 'models of the upstream that may be asked for (default: all)')
    .option(
      '--planner <id>',
      "model for the layer's own calls: openai:NAME, ollama:NAME, URL#NAME or pocket (default: the asked one)",
    )
    .addOption(
      new Option('--mode <mode>', 'act, or observe: decide and record, change nothing (default: act)').choices([
        'act',
        'observe',
      ]),
    )
    .addOption(
      new Option('--deadline <ms>', 'milliseconds that may be added to the first token (default: 1500)').argParser(
        wholeNumber(0, 600_000),
      ),
    )
    .option('--webhook <url>', 'where what is said unasked is posted, and calls for a person')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .addOption(policyOption())
    .option('--host <address>', 'address to listen on; any but loopback demands --key (default: 127.0.0.1)')
    .addOption(
      new Option('--port <n>', `port to listen on; 0 takes any free one (default: ${DEFAULT_PORT})`).argParser(port),
    )
    .addOption(
      new Option('--key <key>', 'a key for clients; may be given several times').env('SENTE_KEY').argParser(another),
    )
    .addOption(
      new Option('--chat-key <key>', 'a key that may be published: opens the chat alone').env('SENTE_CHAT_KEY'),
    )
    .addOption(
      new Option('--allow-origin <origin...>', 'sites whose pages may chat, as https://shop.example').argParser(origin),
    )
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .addHelpText('after', EXAMPLES)
    .action(serve);
  addInitiativeOptions(command);
  addRewardOptions(command);
  return command;
}

async function serve(options: ServeOptions, command: Command): Promise<void> {
  const [key, ...more] = (options.key ?? []).filter((one) => one !== '');
  if (options.chatKey !== undefined && key === undefined) {
    command.error('error: --chat-key needs --key: without an owner’s key everything is open anyway.');
  }
  const config = await readConfigFile();
  const settings = await proxySettings(options, config);
  const proxy = settings && { ...settings, keys: more };
  const port = options.port ?? config.port ?? DEFAULT_PORT;
  if (proxy !== undefined && isHere(proxy.upstream, port)) {
    throw new UsageError(`--upstream ${serverSite(proxy.upstream)} is this proxy itself: name the model's own server.`);
  }
  const table = options.catalog ?? config.catalog;
  const reward = await rewardSettings(options);
  const hasOther = proxy !== undefined || reward !== undefined;
  const opened = !hasOther || table !== undefined ? await openCatalog(table) : undefined;
  if (opened === undefined && options.policy !== undefined) {
    throw new UsageError('--policy is about a table: add --catalog FILE, or leave --policy out.');
  }
  const ahead = options.horizon ?? config.horizon;
  const server = await listen({
    ...opened,
    policy: opened && (await servedPolicy({ policy: options.policy, catalog: table, horizon: ahead }, PROCESS)),
    proxy,
    reward: reward && { ...reward, keys: more },
    studio: false,
    host: options.host ?? config.host,
    port,
    key,
    chatKey: options.chatKey,
    allowOrigin: options.allowOrigin ?? [config.allowOrigin ?? []].flat(),
    horizon: ahead,
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (opened !== undefined) {
    const { name, size } = opened.catalog;
    say(`Serving ${name} (${size.toLocaleString('en')} items) at ${server.url} (Ctrl-C stops it).`);
    say(`On your page: <script src="${server.url}/sente-chat.js" defer></script> <sente-chat></sente-chat>`);
  }
  if (reward !== undefined) {
    say(`Scoring completions ${reward.horizon} user turns ahead at ${server.url}/v1/reward (Ctrl-C stops it).`);
  }
  if (proxy !== undefined) {
    const mode = proxy.initiative?.mode === 'observe' ? 'as it is, deciding and recording only,' : 'with initiative';
    say(`Serving ${serverSite(proxy.upstream)} ${mode} at ${server.url}/v1 (Ctrl-C stops it).`);
    say(
      `In your client: OPENAI_BASE_URL=${server.url}/v1 ${whoseKey(key !== undefined, proxy.upstreamKey !== undefined || isPocket(proxy.upstream))}`,
    );
  }
}

/** True for an address of this machine at the proxy's own port: requests would go round in circles. */
function isHere(upstream: string, port: number): boolean {
  if (!URL.canParse(upstream)) return false;
  const url = new URL(upstream);
  return /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(url.hostname) && Number(url.port || 80) === port;
}

/** The model in this process asks for no key. */
function isPocket(upstream: string): boolean {
  return /^pocket(:|$)/.test(upstream);
}

/** What a client sets as its key. */
function whoseKey(asksForKey: boolean, hasUpstreamKey: boolean): string {
  if (asksForKey) return 'OPENAI_API_KEY=(one of the keys given with --key)';
  return hasUpstreamKey ? 'OPENAI_API_KEY=any' : 'OPENAI_API_KEY=(the upstream’s key, which is passed on)';
}

/** One more key. */
function another(key: string, before: string[] = []): string[] {
  return [...before, key];
}

/** An origin as browsers write it, or `*`. */
function origin(text: string, before: string[] = []): string[] {
  if (text === '*') return [...before, text];
  const isOrigin = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isOrigin) throw new InvalidArgumentError('An origin looks like https://shop.example (or is *).');
  return [...before, new URL(text).origin];
}
