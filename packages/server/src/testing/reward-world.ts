/**
 * Models for tests of the reward endpoint: what they say follows from what they are asked alone.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { RewardItem } from '@sente/training/reward-model';

/** A call as it came: which role it was for, and all of its text. */
export interface RewardCall {
  readonly role: 'assistant' | 'user' | 'judge';
  readonly text: string;
  readonly signal: AbortSignal | undefined;
}

/** Says something, or throws. */
type RewardScript = (call: RewardCall) => string | Promise<string>;

/** The models, and the calls that they have got. */
export interface RewardWorld {
  readonly assistant: LanguageModelV4;
  readonly user: LanguageModelV4;
  readonly judge: LanguageModelV4;
  readonly calls: RewardCall[];
}

/** Says what a plain world says; the score is the number after "worth" in the completion. */
export function plainScript({ role, text }: RewardCall): string {
  if (role === 'user') return 'Four, at eight.';
  if (role === 'assistant') return 'Noted.';
  return JSON.stringify({ reason: 'as it says', score: Number(/worth ([\d.]+\d|\d)/.exec(text)?.[1] ?? 0) });
}

/** Makes the models. */
export function rewardWorld(script: RewardScript = plainScript): RewardWorld {
  const calls: RewardCall[] = [];
  const speaker = (role: RewardCall['role']): LanguageModelV4 => ({
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: `scripted-${role}`,
    supportedUrls: {},
    async doGenerate(options) {
      const call: RewardCall = { role, text: textOf(options), signal: options.abortSignal };
      calls.push(call);
      return {
        content: [{ type: 'text', text: await script(call) }],
        finishReason: { unified: 'stop', raw: undefined },
        usage: {
          inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 2, text: 2, reasoning: 0 },
        },
        warnings: [],
      };
    },
    doStream: () => Promise.reject(new Error('not streamed')),
  });
  return { assistant: speaker('assistant'), user: speaker('user'), judge: speaker('judge'), calls };
}

function textOf({ prompt }: LanguageModelV4CallOptions): string {
  return prompt
    .map(({ content }) =>
      typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join(''),
    )
    .join('\n');
}

/** An item whose completion is worth so much. */
export function worth(score: number, id?: string): RewardItem {
  return {
    ...(id === undefined ? {} : { id }),
    prompt: [{ role: 'user', content: 'Book me a table.' }],
    completion: `A reply worth ${score}.`,
    task: { goal: 'A table for four at eight.' },
  };
}
