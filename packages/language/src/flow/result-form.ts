/**
 * The form of an AI SDK reply that comes whole: a stream of one part.
 * @module
 */
import type { LanguageModelV4Content, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { PartForm } from './part-form.ts';
import { NO_USAGE } from './stream-form.ts';
import { wholeEnding } from './whole-ending.ts';

const textOf = ({ content }: LanguageModelV4GenerateResult): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('');

const saying = (text: string): LanguageModelV4GenerateResult => ({
  content: text === '' ? [] : [{ type: 'text', text }],
  finishReason: { unified: 'stop', raw: undefined },
  usage: NO_USAGE,
  warnings: [],
});

/** The same result with other words, all of them where its first ones stood. */
function withText(result: LanguageModelV4GenerateResult, text: string): LanguageModelV4GenerateResult {
  if (text === textOf(result)) return result;
  const first = result.content.findIndex(({ type }) => type === 'text');
  const content = result.content.flatMap((part, at): LanguageModelV4Content[] => {
    if (part.type !== 'text') return [part];
    return at === first && text !== '' ? [{ type: 'text', text }] : [];
  });
  return { ...result, content };
}

/** For `doGenerate`. */
export const resultForm: PartForm<LanguageModelV4GenerateResult> = {
  isFirst: ({ content }) => content.length > 0,
  failure: () => undefined,
  size: () => 0, // it is there already
  text: textOf,
  withText,
  calls: ({ content }) =>
    content.flatMap((part) => (part.type === 'tool-call' && !part.providerExecuted ? [part.toolName] : [])),
  hush(result) {
    if (!result.content.some(({ type }) => type === 'reasoning' || type === 'reasoning-file')) return result;
    const content = result.content.flatMap((part): LanguageModelV4Content[] => {
      if (part.type === 'reasoning-file') return [];
      return part.type === 'reasoning' ? [{ ...part, text: '' }] : [part]; // its signature is wanted back
    });
    return { ...result, content };
  },
  isBoundary: () => true,
  isOpening: () => false,
  said: (text) => [saying(text)],
  ending: () => wholeEnding(saying),
};
