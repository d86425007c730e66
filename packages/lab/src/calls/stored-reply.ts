/**
 * A model's reply as JSON and back. What came along with it over the wire (headers, bodies) is left behind: it is large,
 * differs from call to call, and may hold keys.
 * @module
 */
import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';

/** Drops what does not belong to the reply itself. */
export function writeReply(result: LanguageModelV4GenerateResult): string {
  const { request: _, response, usage, ...rest } = result;
  const { raw: __, ...counts } = usage;
  const modelId = response?.modelId;
  const kept = { ...rest, usage: counts, ...(modelId === undefined ? {} : { response: { modelId } }) };
  return JSON.stringify(kept, function (this: Record<string, unknown>, name, value: unknown) {
    const held = this[name];
    return held instanceof Uint8Array ? { [BYTES]: Buffer.from(held).toString('base64') } : value;
  });
}

/** What `writeReply` wrote. */
export function readReply(reply: string): LanguageModelV4GenerateResult {
  if (!reply.includes(`"${BYTES}"`)) return JSON.parse(reply) as LanguageModelV4GenerateResult;
  return JSON.parse(reply, (_, value: unknown) => {
    const bytes = (value as Record<string, unknown> | null)?.[BYTES];
    return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value;
  }) as LanguageModelV4GenerateResult;
}

/** Marks bytes: pictures and sound. */
const BYTES = '$base64';
