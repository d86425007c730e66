/**
 * `sente chat --model`: a language model in a terminal, or in a pipe.
 * @module
 */
import { createInterface, type Interface } from 'node:readline';
import type { AssistantOptions } from '@sente/language';
import { paintFor } from '../chat/show-reply.ts';
import { EXIT } from '../failure.ts';
import { chosenModel } from '../settings/chosen-model.ts';
import type { InitiativeSettings } from '../settings/initiative-settings.ts';
import type { ChatAgent } from './chat-agent.ts';
import { PROMPTED, plainAgent } from './plain-agent.ts';
import { talk } from './talk.ts';

/** What was asked for. */
export interface ModelChatSettings extends InitiativeSettings, Pick<AssistantOptions, 'seed' | 'deadline'> {
  readonly model: string;
  readonly planner?: string;
  readonly agent: 'bare' | 'prompted' | 'sente';
  readonly json: boolean;
}

/** Whoever looks into decisions would rather wait for them than see the bare answer; in milliseconds. */
const DEADLINE = 60_000;

/** Opens the model and talks. Throws UsageError for IDs that name none. */
export async function chatWithModel(settings: ModelChatSettings): Promise<void> {
  const agent = await makeAgent(settings);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const output = isTerminal ? process.stdout : undefined;
  const reader = createInterface({ input: process.stdin, output, prompt: '› ' });
  let going: AbortController | undefined;
  reader.on('SIGINT', () => {
    process.stdout.write('\n');
    // A reply under way is called off; with none, Ctrl-C leaves.
    if (going === undefined) reader.close();
    else going.abort(new DOMException('Called off.', 'AbortError'));
    going = undefined;
  });
  try {
    const { failures } = await talk(agent, {
      lines: linesOf(reader),
      write: (text) => process.stdout.write(text),
      prompt: () => {
        going = undefined;
        if (isTerminal) reader.prompt();
      },
      paint: paintFor(process.stdout),
      json: settings.json,
      signal: () => {
        going = new AbortController();
        return going.signal;
      },
      explain: (error) => explain(settings.model, error),
    });
    // A pipe's reader must hear that something is missing.
    if (failures > 0 && !isTerminal) process.exitCode = EXIT.usage;
  } finally {
    reader.close();
  }
}

/** Loaded only when something failed: chats start sooner without the server. */
async function explain(id: string, error: unknown): Promise<string> {
  const { modelTrouble } = await import('@sente/server');
  const { what, advice } = modelTrouble(id, error);
  return `${what.replace(/\.$/, '')}. ${advice}`;
}

async function* linesOf(reader: Interface): AsyncGenerator<string> {
  yield* reader;
}

async function makeAgent({
  model: id,
  planner: plannerId,
  agent,
  json: _,
  ...rest
}: ModelChatSettings): Promise<ChatAgent> {
  const model = await chosenModel(id, '--model');
  if (agent === 'bare') return plainAgent(model);
  if (agent === 'prompted') return plainAgent(model, PROMPTED);
  const planner = plannerId === undefined ? undefined : await chosenModel(plannerId, '--planner');
  const { senteAgent } = await import('./sente-agent.ts');
  return senteAgent({ deadline: DEADLINE, ...defined(rest), model, ...(planner && { planner }) });
}

/** Without what is undefined, so that defaults hold. */
function defined<T extends object>(settings: T): T {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as T;
}
