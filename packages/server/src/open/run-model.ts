/**
 * One reply of a model, its words passed on as they come.
 * @module
 */
import type { ChatModel, Prompt } from './chat-model.ts';

/** A whole reply. */
interface WholeReply {
  readonly text: string;
  /** What the layer says of it, if there is one around the model: see `describeTurn`. */
  readonly sente: DescribedTurn;
  /** Milliseconds to the first word. */
  readonly first: number;
  /** Milliseconds to the last. */
  readonly total: number;
}

/** The part of `providerMetadata.sente` that is read here. */
interface DescribedTurn {
  readonly by?: 'bare' | 'written' | 'said';
  readonly id?: string;
  readonly form?: { readonly question: string; readonly choices: readonly string[] };
  readonly aside?: { readonly reason: string; readonly detail: string };
  readonly leaks?: number;
}

/** How it is run. */
export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onWords?: (words: string) => void;
}

/** Rejects as the model does, and with the signal's reason. */
export async function runModel(model: ChatModel, prompt: Prompt, { signal, onWords }: RunOptions): Promise<WholeReply> {
  const started = performance.now();
  const passed = (): number => Math.round(performance.now() - started);
  signal.throwIfAborted();
  const { stream } = await model.doStream({ prompt, abortSignal: signal });
  let text = '';
  let sente: DescribedTurn = {};
  let first: number | undefined;
  for await (const part of stream) {
    signal.throwIfAborted();
    if (part.type === 'error') throw part.error;
    if (part.type === 'finish') sente = (part.providerMetadata?.sente ?? {}) as DescribedTurn;
    if (part.type !== 'text-delta' || part.delta === '') continue;
    first ??= passed();
    text += part.delta;
    onWords?.(part.delta);
  }
  return { text, sente, first: first ?? passed(), total: passed() };
}
