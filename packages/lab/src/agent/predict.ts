/**
 * What a language model makes of a conversation from outside: the chance that it ends in some way, and what the user
 * will say next.
 *
 * Source of stated forecasts: Sicilia et al. 2024, arXiv 2402.03284 ("direct" forecasts).
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { probabilityFromStated } from '@sente/engine';
import { DATA_RULE, dataBlock } from '@sente/language';
import type { ModelMessage } from 'ai';
import { modelReply, userTurn } from './model-reply.ts';

/** A conversation as it is shown. */
interface Witnessed {
  readonly scene: string;
  readonly messages: readonly ModelMessage[];
}

/** The stated chance, averaged over `samples` replies; undefined when none states one. */
export async function statedForecast(
  model: LanguageModelV4,
  witnessed: Witnessed,
  question: string,
  samples: number = 1,
): Promise<number | undefined> {
  const system = `You forecast how conversations end. ${DATA_RULE}`;
  const prompt = `${shown(witnessed)}\n\n${question}\n\nReply with one percentage from 0% to 100% and nothing else: your honest chance that the answer turns out to be yes. You are scored by the Brier score, so neither hedge nor exaggerate.`;
  const request = { system, messages: [userTurn(prompt)], ...(samples > 1 && { temperature: 1 }) };
  const stated: number[] = [];
  for (let k = 0; k < samples; k++) {
    const chance = probabilityFromStated(await modelReply(model, request));
    if (chance !== undefined) stated.push(chance);
  }
  return stated.length === 0 ? undefined : stated.reduce((sum, chance) => sum + chance, 0) / stated.length;
}

/** Chances of the candidates, summing to 1; undefined when the reply cannot be read. */
export async function statedPrediction(
  model: LanguageModelV4,
  witnessed: Witnessed,
  next: readonly string[],
): Promise<number[] | undefined> {
  const system = `You predict what a user says next. ${DATA_RULE}`;
  const list = next.map((text, k) => `${k + 1}. ${dataBlock(`candidate ${k + 1}`, text)}`).join('\n');
  const prompt = `${shown(witnessed)}\n\nOne of these is the user's next message:\n${list}\n\nReply with one line of ${next.length} whole numbers, separated by commas: the percentage chance of each, in the order given, together 100. Nothing else.`;
  return readShares(await modelReply(model, { system, messages: [userTurn(prompt)] }), next.length);
}

/** `count` non-negative numbers out of the last line that has so many, scaled to sum to 1. */
export function readShares(text: string, count: number): number[] | undefined {
  for (const line of text.trim().split('\n').reverse()) {
    const numbers = [...line.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
    const sum = numbers.reduce((total, value) => total + value, 0);
    if (numbers.length === count && sum > 0) return numbers.map((value) => value / sum);
  }
  return undefined;
}

function shown({ scene, messages }: Witnessed): string {
  const lines = messages
    .filter(({ role }) => role === 'user' || role === 'assistant')
    .map(({ role, content }) => `${role === 'user' ? 'User' : 'Assistant'}: ${wordsOf(content)}`)
    .join('\n\n');
  const where = scene === '' ? '' : `${dataBlock("the assistant's instructions", scene)}\n\n`;
  return `${where}${dataBlock('the conversation so far', lines === '' ? '(nobody has spoken yet)' : lines)}`;
}

/** The words of a message, tool calls and attachments left out. */
function wordsOf(content: ModelMessage['content']): string {
  if (typeof content === 'string') return content;
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}
