/**
 * A call of the layer as the AI SDK's provider specification words it, without what the model refuses.
 * @module
 */
import type {
  JSONObject,
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Message,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { TextCall } from './caller.ts';
import { logprobOptions } from './logprobs.ts';
import type { Setting } from './refused-settings.ts';
import type { ReplySchema } from './reply-schema.ts';

/** Output tokens at most where a call does not say. */
export const MAX_TOKENS = 1000;

/** One request as it goes to the model, before what the model refuses is taken out. */
export interface Request {
  readonly call: TextCall;
  readonly schema?: ReplySchema;
  readonly wantsForm: boolean;
  /** The prompt already says the form in words. */
  readonly told?: boolean;
}

/** Asks for the form in the prompt itself. */
export function formInWords(schema: ReplySchema | undefined): string {
  const form = schema === undefined ? '' : ` that fits this JSON schema:\n${JSON.stringify(schema.shown)}`;
  return `Reply with JSON only, no other words,${form === '' ? '' : form}`.replace(/,$/, '.');
}

/** The settings that a request is sent with. */
export function settingsOf(request: Request, refused: ReadonlySet<Setting>): Set<Setting> {
  const wanted: Setting[] = ['temperature', 'limit'];
  // No server holds a model to anything but an object at the top.
  if (request.wantsForm && (request.schema?.strict.type ?? 'object') === 'object') wanted.push('form');
  if (request.call.logprobs) wanted.push('logprobs');
  if (request.call.seed !== undefined) wanted.push('seed');
  return new Set(wanted.filter((setting) => !refused.has(setting)));
}

function turnOf({ role, text }: NonNullable<TextCall['before']>[number]): LanguageModelV4Message {
  return { role, content: [{ type: 'text', text }] };
}

/** `sent` is what `settingsOf` gave: a form that is not among them is asked for in words. */
export function callOptions(
  model: LanguageModelV4,
  request: Request,
  sent: ReadonlySet<Setting>,
): LanguageModelV4CallOptions {
  const { call, schema } = request;
  const tell = request.wantsForm && !request.told && !sent.has('form');
  const name = model.provider.split('.')[0].trim();
  const own: JSONObject = {
    ...(sent.has('logprobs') ? logprobOptions(model)[name] : {}),
    ...(sent.has('form') && schema !== undefined && !schema.holds ? { strictJsonSchema: false } : {}),
  };
  const providerOptions: SharedV4ProviderOptions = {
    // Providers read the options under their own name only: this one is for scripts and logs.
    sente: { label: call.label },
    ...(name !== '' && Object.keys(own).length > 0 ? { [name]: own } : {}),
  };
  const text = tell ? `${call.prompt}\n\n${formInWords(schema)}` : call.prompt;
  return {
    prompt: [
      ...(call.system === '' ? [] : [{ role: 'system' as const, content: call.system }]),
      ...(call.before ?? []).map(turnOf),
      { role: 'user', content: [{ type: 'text', text }] },
    ],
    ...(sent.has('limit') ? { maxOutputTokens: call.maxTokens ?? MAX_TOKENS } : {}),
    ...(sent.has('temperature') ? { temperature: call.temperature ?? 0 } : {}),
    ...(sent.has('seed') ? { seed: call.seed } : {}),
    ...(sent.has('form')
      ? { responseFormat: { type: 'json', schema: schema?.strict, name: call.label.replace(/[^\w-]/g, '_') } }
      : {}),
    providerOptions,
  };
}
