/**
 * Log-probabilities: asked for in the words of OpenAI's protocol, found wherever providers put them, never required.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4GenerateResult, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { TokenLogprob } from './caller.ts';

/** Alternatives asked for at each place; OpenAI's protocol gives 20 at most, 5 is what all its servers give. */
const ALTERNATIVES = 5;

/**
 * Options that ask for them. They go under the provider's own name, which is where providers look; those that know no
 * such option ignore it. `topLogprobs` is the AI SDK's spelling for OpenAI, `top_logprobs` the protocol's.
 */
export function logprobOptions(model: LanguageModelV4): SharedV4ProviderOptions {
  const name = model.provider.split('.')[0].trim();
  return name === '' ? {} : { [name]: { logprobs: true, top_logprobs: ALTERNATIVES } };
}

type Loose = Record<string, unknown> | undefined | null;

function token(entry: unknown): TokenLogprob[] {
  const one = entry as Loose;
  if (typeof one?.token !== 'string' || typeof one.logprob !== 'number') return [];
  const top = one.top_logprobs ?? one.topLogprobs;
  if (!Array.isArray(top)) return [{ token: one.token, logprob: one.logprob }];
  return [
    {
      token: one.token,
      logprob: one.logprob,
      top: top.flatMap(token).map((other) => ({ token: other.token, logprob: other.logprob })),
    },
  ];
}

/** The forms in use: a list of tokens, lists of lists (one a text part), `{content: […]}`, `{tokens, token_logprobs}`. */
function tokens(found: unknown): TokenLogprob[] {
  if (Array.isArray(found)) return found.flat().flatMap(token);
  const one = found as Loose;
  if (Array.isArray(one?.content)) return one.content.flatMap(token);
  if (Array.isArray(one?.tokens) && Array.isArray(one.token_logprobs)) {
    const logprobs = one.token_logprobs as unknown[];
    return one.tokens.flatMap((text, i) => token({ token: text, logprob: logprobs[i] }));
  }
  return [];
}

/** Log-probabilities of a reply, or undefined when the provider gave none. */
export function readLogprobs(result: LanguageModelV4GenerateResult): readonly TokenLogprob[] | undefined {
  const body = result.response?.body as Loose;
  const choices = body?.choices;
  const places: unknown[] = Object.values(result.providerMetadata ?? {}).map((metadata) => metadata.logprobs);
  if (Array.isArray(choices)) places.push((choices[0] as Loose)?.logprobs);
  for (const place of places) {
    const found = tokens(place);
    if (found.length > 0) return found;
  }
  return undefined;
}
