/**
 * The form of an AI SDK stream's parts.
 * @module
 */
import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Ending, PartForm } from './part-form.ts';

/** Usage of a reply that no call was made for. */
export const NO_USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** Usage of a reply that broke off before it was told. */
const UNKNOWN_USAGE: LanguageModelV4Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};

const UNSEEN = new Set<LanguageModelV4StreamPart['type']>([
  ...(['stream-start', 'response-metadata', 'ping', 'raw', 'error', 'finish', 'text-start', 'text-end'] as const),
  ...(['reasoning-start', 'reasoning-end', 'source'] as const),
]);

/** Our own text blocks; counted so that two of a reply differ. */
const block = (id: string, text: string): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id },
  { type: 'text-delta', id, delta: text },
  { type: 'text-end', id },
];

function ending(): Ending<LanguageModelV4StreamPart> {
  const open = new Map<string, LanguageModelV4StreamPart>(); // what would close it
  let isOpened = false;
  let own = 0;
  const close = (): LanguageModelV4StreamPart[] => {
    const parts = [...open.values()];
    open.clear();
    return parts;
  };
  return {
    see(part) {
      isOpened = true;
      switch (part.type) {
        case 'text-start':
        case 'reasoning-start':
        case 'tool-input-start': {
          const type = part.type.replace('-start', '-end') as 'text-end' | 'reasoning-end' | 'tool-input-end';
          open.set(`${type} ${part.id}`, { type, id: part.id });
          break;
        }
        case 'text-end':
        case 'reasoning-end':
        case 'tool-input-end':
          open.delete(`${part.type} ${part.id}`);
      }
    },
    close,
    words(text) {
      own++;
      const start: LanguageModelV4StreamPart[] = isOpened ? [] : [{ type: 'stream-start', warnings: [] }];
      return [...start, ...close(), ...block(`sente-${own}`, text)];
    },
    finish(isBroken) {
      return [
        ...close(),
        {
          type: 'finish',
          usage: UNKNOWN_USAGE,
          finishReason: { unified: isBroken ? 'interrupted' : 'stop', raw: undefined },
        },
      ];
    },
  };
}

/** For `doStream`. */
export const streamForm: PartForm<LanguageModelV4StreamPart> = {
  isFirst(part) {
    if (part.type === 'text-delta' || part.type === 'reasoning-delta') return part.delta !== '';
    return !UNSEEN.has(part.type);
  },
  failure: (part) => (part.type === 'error' ? { error: part.error } : undefined),
  size(part) {
    if ('delta' in part) return part.delta.length + 50;
    if (part.type === 'tool-call') return part.input.length + 100;
    return part.type === 'file' || part.type === 'raw' || part.type === 'tool-result'
      ? JSON.stringify(part).length
      : 100;
  },
  text: (part) => (part.type === 'text-delta' ? part.delta : ''),
  withText: (part, text) => (part.type === 'text-delta' ? { ...part, delta: text } : part),
  calls: (part) => (part.type === 'tool-call' && !part.providerExecuted ? [part.toolName] : []),
  hush: (part) =>
    part.type === 'reasoning-delta' || part.type === 'reasoning-file' || part.type === 'raw' ? undefined : part,
  isBoundary: (part) => part.type === 'text-end' || part.type === 'finish',
  isOpening: (part) => part.type === 'stream-start' || part.type === 'response-metadata',
  said: (text) => [
    { type: 'stream-start', warnings: [] },
    ...block('sente-0', text),
    { type: 'finish', usage: NO_USAGE, finishReason: { unified: 'stop', raw: undefined } },
  ],
  ending,
};
