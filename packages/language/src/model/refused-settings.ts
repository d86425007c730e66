/**
 * Models refuse settings that others need: structured output, log-probabilities, a temperature. What a model has refused
 * once it is not asked for again.
 * @module
 */
import type { LanguageModelV4, SharedV4Warning } from '@ai-sdk/provider';

/** Settings that a call can do without. */
export type Setting = 'form' | 'logprobs' | 'temperature' | 'seed' | 'limit';

const NAMED: readonly (readonly [Setting, RegExp])[] = [
  ['form', /response_?format|json_?schema|json_?object|structured.?output|grammar|guided/i],
  ['logprobs', /logprob/i],
  ['temperature', /temperature/i],
  ['seed', /\bseed\b/i],
  ['limit', /max_(completion_|output_)?tokens|maxOutputTokens/i],
];

const refusals = new WeakMap<object, Set<Setting>>();

/** Stands for a model that is opened anew for every use, with another key, say. */
export interface ModelName {
  readonly name: string;
}

/** What the model refuses is from now on known of all that were opened under this very name object. */
export function shareRefusals(model: LanguageModelV4, name: ModelName): LanguageModelV4 {
  refusals.set(model, refusedBy(name));
  return model;
}

/** What this model has refused so far, in this process. */
export function refusedBy(model: LanguageModelV4 | ModelName): Set<Setting> {
  let found = refusals.get(model);
  if (found === undefined) {
    found = new Set();
    refusals.set(model, found);
  }
  return found;
}

/**
 * The settings among those sent that an error blames: an answer of 400, 404, 422, 500 or 501 that names them, or a
 * provider's UnsupportedFunctionalityError. Empty for all other errors.
 */
export function blamedSettings(error: unknown, sent: ReadonlySet<Setting>): Setting[] {
  if (!(error instanceof Error)) return [];
  const { statusCode, responseBody } = error as { readonly statusCode?: unknown; readonly responseBody?: unknown };
  const unsupported = error.name === 'AI_UnsupportedFunctionalityError';
  if (!unsupported && ![400, 404, 422, 500, 501].includes(Number(statusCode))) return [];
  // A prompt that is too long is nobody's setting, though the complaint often names the limit of the reply.
  if (/context.{0,10}(length|window|size)/i.test(error.message)) return [];
  const text = `${error.message}\n${typeof responseBody === 'string' ? responseBody.slice(0, 4000) : ''}`;
  return NAMED.filter(([setting, pattern]) => sent.has(setting) && pattern.test(text)).map(([setting]) => setting);
}

/** Whether a provider answered, but warned that it could not hold the model to the form. */
export function warnsOfForm(warnings: readonly SharedV4Warning[]): boolean {
  return warnings.some((warning) => warning.type === 'unsupported' && /responseFormat/i.test(warning.feature));
}
