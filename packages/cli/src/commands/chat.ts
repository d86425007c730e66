/**
 * `sente chat`: the concierge, or a language model, in a terminal or in a pipe.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import { createConcierge } from '@sente/catalog';
import { Command, Option } from 'commander';
import { converse } from '../chat/converse.ts';
import { paintFor } from '../chat/show-reply.ts';
import { chatWithModel, type ModelChatSettings } from '../chat-model/chat-with-model.ts';
import { UsageError } from '../failure.ts';
import { readConfigFile, type SenteConfig } from '../settings/config-file.ts';
import { addInitiativeOptions } from '../settings/initiative-options.ts';
import { INITIATIVE_FLAGS, type InitiativeFlags, initiativeSettings } from '../settings/initiative-settings.ts';
import { kebab } from '../settings/kebab.ts';
import { learnedChoice } from '../settings/learned-choice.ts';
import { horizon } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';

interface ChatOptions extends InitiativeFlags {
  readonly catalog?: string;
  readonly model?: string;
  readonly planner?: string;
  readonly agent: 'bare' | 'prompted' | 'sente';
  readonly policy?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

/** Options that mean nothing without a model. */
const MODEL_OPTIONS = ['planner', ...INITIATIVE_FLAGS] as const;

const EXAMPLES = `
Examples:
  sente chat                                talk about the table that ships with Sente
  sente chat --catalog laptops.csv          talk about your own
  sente chat --policy learned               the list and every question scored by a trained network
  sente chat --agent bare                   the same without initiative: recommends at once
  printf 'under 800\\nwhy?\\n' | sente chat   one line in, one reply out
  sente chat --model ollama:qwen3:8b        talk to a language model with initiative
  sente chat --model openai:NAME --agent prompted   the model with a plain "be proactive"
In the chat about a table: /mind, /horizon N, /undo, /help, /quit.
With a model: /mind, /ledger, /agenda, /goal WORDS, /drop ID, /help, /quit; Ctrl-C calls a reply off.`;

/** Makes the command. */
export function chatCommand(): Command {
  const command = new Command('chat')
    .description('talk about a table, or to a language model, in the terminal')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .option('--model <id>', 'a language model: openai:NAME, ollama:NAME, URL#NAME or pocket')
    .option('--planner <id>', "makes the layer's own calls in the model's place")
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .addOption(
      new Option('--agent <name>', 'bare: without initiative; prompted (models): told to be proactive, no more')
        .choices(['bare', 'prompted', 'sente'])
        .default('sente'),
    )
    .option('--policy <name>', 'planned, learned, or the file of a learned policy (default: planned)')
    .option('--seed <text>', 'the same seed and the same words give the same conversation')
    .option('--json', 'print every reply as one line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(chat);
  return addInitiativeOptions(command);
}

async function chat(options: ChatOptions): Promise<void> {
  const config = await readConfigFile();
  const model = modelOf(options, config);
  if (model !== undefined) {
    if (options.policy !== undefined)
      throw new UsageError('--policy is about a table: leave it out, or leave out --model.');
    return chatWithModel(await modelSettings(model, options, config));
  }
  const lone = MODEL_OPTIONS.find((name) => options[name] !== undefined);
  if (lone !== undefined) throw new UsageError(`--${kebab(lone)} is about a language model: name it with --model ID.`);
  if (options.agent === 'prompted') throw new UsageError('--agent prompted is about a language model: add --model ID.');
  if (options.agent === 'bare' && (options.horizon ?? 0) > 0) {
    throw new UsageError('--agent bare is horizon 0: leave out --horizon, or use --agent sente.');
  }
  const { catalog } = await openCatalog(options.catalog ?? config.catalog);
  const ahead = options.agent === 'bare' ? 0 : (options.horizon ?? config.horizon);
  const seed = options.seed ?? randomBytes(8).toString('hex');
  const say = (text: string): boolean => process.stderr.write(text);
  const learned = learnedChoice(options.policy, options.catalog ?? config.catalog, { say });
  if (learned && options.agent === 'bare') throw new UsageError('--agent bare has no policy: leave out --policy.');
  const concierge = createConcierge(catalog, {
    seed,
    ...(ahead !== undefined && { horizon: ahead }),
    ...(learned && { learned }),
  });

  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const reader = createInterface({
    input: process.stdin,
    output: isTerminal ? process.stdout : undefined,
    prompt: '› ',
  });
  try {
    await converse(concierge, {
      lines: linesOf(reader),
      write: (text) => process.stdout.write(text),
      prompt: () => isTerminal && reader.prompt(),
      paint: paintFor(process.stdout),
      json: options.json ?? false,
    });
  } finally {
    reader.close();
  }
}

/** The model to talk to; undefined: a table is talked about. Throws UsageError when both are named. */
function modelOf({ model, catalog }: ChatOptions, config: SenteConfig): string | undefined {
  if (model !== undefined && catalog !== undefined) {
    throw new UsageError('A chat is about a table (--catalog) or with a model (--model): leave one of them out.');
  }
  if (model !== undefined || catalog !== undefined) return model;
  return config.catalog === undefined ? config.model : undefined;
}

async function modelSettings(model: string, options: ChatOptions, config: SenteConfig): Promise<ModelChatSettings> {
  const { agent, seed, json = false } = options;
  if (agent !== 'sente') {
    const lone = [...MODEL_OPTIONS, 'horizon' as const].find((name) => options[name] !== undefined);
    if (lone !== undefined)
      throw new UsageError(`--${kebab(lone)} is about initiative, which --agent ${agent} has none of.`);
    return { model, agent, json };
  }
  return {
    model,
    agent,
    json,
    seed,
    planner: options.planner ?? config.planner,
    deadline: config.deadline,
    ...(await initiativeSettings(options, config)),
  };
}

/** The lines until the input ends or Ctrl-C is pressed. */
async function* linesOf(reader: Interface): AsyncGenerator<string> {
  reader.on('SIGINT', () => {
    process.stdout.write('\n');
    reader.close();
  });
  yield* reader;
}
