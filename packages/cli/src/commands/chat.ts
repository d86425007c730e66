/**
 * `sente chat`: the concierge in a terminal, or in a pipe.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import { createConcierge } from '@sente/catalog';
import { Command, Option } from 'commander';
import { converse } from '../chat/converse.ts';
import { paintFor } from '../chat/show-reply.ts';
import { UsageError } from '../failure.ts';
import { readConfigFile } from '../settings/config-file.ts';
import { NO_MODEL, notYet } from '../settings/not-yet.ts';
import { horizon } from '../settings/numbers.ts';
import { openCatalog } from '../settings/open-catalog.ts';

interface ChatOptions {
  readonly catalog?: string;
  readonly horizon?: number;
  readonly agent: 'bare' | 'sente';
  readonly seed?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  sente chat                                talk about the table that ships with Sente
  sente chat --catalog laptops.csv          talk about your own
  sente chat --agent bare                   the same without initiative: recommends at once
  printf 'under 800\\nwhy?\\n' | sente chat   one line in, one reply out
In the chat: /mind, /horizon N, /undo, /help, /quit.`;

/** Makes the command. */
export function chatCommand(): Command {
  const command = new Command('chat')
    .description('talk about a table in the terminal')
    .option('--catalog <file>', 'a table: .csv, .tsv, .json or .jsonl')
    .addOption(new Option('--horizon <n>', 'user turns to look ahead, 0 to 4 (default: 2)').argParser(horizon))
    .addOption(
      new Option('--agent <name>', 'bare: horizon 0, judges each reply alone')
        .choices(['bare', 'sente'])
        .default('sente'),
    )
    .option('--seed <text>', 'the same seed and the same words give the same conversation')
    .option('--json', 'print every reply as one line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(chat);
  return notYet(command, '--model <id>', NO_MODEL);
}

async function chat(options: ChatOptions): Promise<void> {
  const config = await readConfigFile();
  if (options.agent === 'bare' && (options.horizon ?? 0) > 0) {
    throw new UsageError('--agent bare is horizon 0: leave out --horizon, or use --agent sente.');
  }
  const { catalog } = await openCatalog(options.catalog ?? config.catalog);
  const ahead = options.agent === 'bare' ? 0 : (options.horizon ?? config.horizon);
  const seed = options.seed ?? randomBytes(8).toString('hex');
  const concierge = createConcierge(catalog, { seed, ...(ahead !== undefined && { horizon: ahead }) });

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

/** The lines until the input ends or Ctrl-C is pressed. */
async function* linesOf(reader: Interface): AsyncGenerator<string> {
  reader.on('SIGINT', () => {
    process.stdout.write('\n');
    reader.close();
  });
  yield* reader;
}
