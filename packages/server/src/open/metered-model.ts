/**
 * Counts what the replying calls of a model use up, those included that were called off. Calls of the layer's own carry
 * a label and are counted by the layer.
 * @module
 */
import { estimateTokens, type Prices } from '@sente/language';
import type { ChatModel, ModelCall, StreamPart } from './chat-model.ts';

/** What calls used up. */
export interface UsedUp {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the prices; null without prices. */
  readonly money: number | null;
}

/** A model and its meter. */
interface Metered {
  readonly model: ChatModel;
  usedUp(prices: Prices | null): UsedUp;
}

interface Counted {
  input: number;
  output: number;
}

/** What the calls cost, where their price is known. */
export function moneyFor(prices: Prices | null, input: number, output: number): number | null {
  return prices === null ? null : (input * prices.input + output * prices.output) / 1e6;
}

function promptLength({ prompt }: ModelCall): number {
  return estimateTokens(JSON.stringify(prompt.map(({ content }) => content)));
}

/** The model with a meter around it. */
export function meter(model: ChatModel): Metered {
  const counted: Counted[] = [];

  const watched = (call: ModelCall): TransformStream<StreamPart, StreamPart> => {
    // Nobody tells what a call that is broken off has used: its prompt, and what came of its reply.
    const one: Counted = { input: promptLength(call), output: 0 };
    let letters = 0;
    counted.push(one);
    return new TransformStream({
      transform(part, controller) {
        if (part.type === 'text-delta') {
          letters += part.delta.length;
          one.output = Math.ceil(letters / 4);
        }
        if (part.type === 'finish') {
          one.input = part.usage.inputTokens.total || one.input;
          one.output = part.usage.outputTokens.total || one.output;
        }
        controller.enqueue(part);
      },
    });
  };

  return {
    model: {
      specificationVersion: 'v4',
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      doGenerate: (call) => model.doGenerate(call),
      async doStream(call) {
        if (call.providerOptions?.sente?.label !== undefined) return model.doStream(call);
        const through = watched(call);
        const { stream, ...head } = await model.doStream(call);
        return { ...head, stream: stream.pipeThrough(through) };
      },
    },
    usedUp(prices) {
      const inputTokens = counted.reduce((sum, { input }) => sum + input, 0);
      const outputTokens = counted.reduce((sum, { output }) => sum + output, 0);
      return {
        calls: counted.length,
        inputTokens,
        outputTokens,
        money: moneyFor(prices, inputTokens, outputTokens),
      };
    },
  };
}
