/**
 * What a model's ID stands for: a server, a name and where its key is.
 * @module
 */
import { UnknownModelError } from './unknown-model-error.ts';

/** Environment variables that are looked at. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A model at a server that speaks OpenAI's protocol. */
export interface ModelAddress {
  /** The AI SDK's provider name, under which its options go. */
  readonly provider: 'openai' | 'ollama' | 'compatible';
  /** Without trailing slash and query. */
  readonly baseURL: string;
  /** The address's own query, sent with every request: '' or '?…'. */
  readonly query: string;
  readonly model: string;
  readonly key?: string;
}

const OPENAI = 'https://api.openai.com/v1';

/** Thrown when a model needs a key, or has one that cannot be sent. Never shows it. */
export class ModelKeyError extends Error {
  override readonly name = 'ModelKeyError';
}

/**
 * The address as it was given: no `/v1` is added or taken away, since servers differ. Only what cannot be part of a base
 * goes: trailing slashes, and the path of the call itself.
 */
function base(id: string, address: string, variable?: string): { readonly baseURL: string; readonly query: string } {
  if (!URL.canParse(address)) throw new UnknownModelError(id, variable);
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new UnknownModelError(id, variable);
  if (url.username !== '' || url.password !== '')
    throw new ModelKeyError(
      "A model's address must not hold a user name or password: put the key into SENTE_MODEL_KEY, and take it out of the address.",
    );
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return { baseURL: `${url.origin}${path}`, query: url.search };
}

/** Ollama's own rules for OLLAMA_HOST: scheme, host and port may each be left out; 0.0.0.0 is where a server listens. */
function ollamaHost(host: string): string {
  const scheme = /^https?:\/\//i.test(host) ? '' : 'http://';
  const address = `${scheme}${host.startsWith(':') ? '127.0.0.1' : ''}${host}`.replace(/\/+$/, '');
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (scheme !== '' && url.port === '' && !/:\d+$/.test(address)) url.port = '11434';
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
}

function checked(key: string | undefined): string | undefined {
  const trimmed = key?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  // A header with anything else in it makes errors that print the whole header.
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    throw new ModelKeyError("The model's key has spaces, line breaks or letters that no key has: copy it again.");
  return trimmed;
}

/** Throws UnknownModelError or ModelKeyError. `key` goes before any key of the environment. */
export function readModelId(id: string, env: Environment, key?: string): ModelAddress {
  const [, provider, name] = /^(openai|ollama):(.+)$/.exec(id) ?? [];
  if (provider === 'openai') {
    const address = base(id, env.OPENAI_BASE_URL?.trim() || OPENAI, 'OPENAI_BASE_URL');
    const found = checked(key ?? env.OPENAI_API_KEY);
    if (found === undefined && address.baseURL === OPENAI)
      throw new ModelKeyError(`\`${id}\` needs a key: set OPENAI_API_KEY.`);
    return { provider, ...address, model: name, key: found };
  }
  if (provider === 'ollama') {
    const address = base(id, `${ollamaHost(env.OLLAMA_HOST?.trim() || 'http://127.0.0.1:11434')}/v1`, 'OLLAMA_HOST');
    return { provider, ...address, model: name, key: checked(key) };
  }
  const [, address, model] = /^(https?:\/\/[^#]+)#(.+)$/i.exec(id) ?? [];
  if (address === undefined) throw new UnknownModelError(id);
  return { provider: 'compatible', ...base(id, address), model, key: checked(key ?? env.SENTE_MODEL_KEY) };
}
