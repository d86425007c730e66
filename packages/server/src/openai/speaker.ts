/**
 * Who speaks when the layer itself does: what its replies have in common with the model's.
 * @module
 */

/** Who speaks, for replies of our own. */
export interface Speaker {
  /** `chatcmpl-…` */
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
  /** A chunk with the usage is wanted. */
  readonly wantsUsage: boolean;
  /** What the reply used up. */
  usage(): { readonly inputTokens: number; readonly outputTokens: number };
}

/** The `usage` of a reply of our own. */
export function usageOf(speaker: Speaker): Record<string, number> {
  const { inputTokens, outputTokens } = speaker.usage();
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}
