/**
 * Why a model could not be reached, in words that say what to do.
 * @module
 */
import { Problem } from '../problem.ts';

/** Longest piece of a model's own words in a message. */
const QUOTED = 300;

interface Told {
  readonly statusCode?: number;
  readonly code?: string;
  readonly cause?: unknown;
  readonly lastError?: unknown;
}

/** All that an error and its causes say. */
function tellings(error: unknown): { readonly status?: number; readonly text: string } {
  let status: number | undefined;
  const texts: string[] = [];
  let next: unknown = error;
  for (let depth = 0; next instanceof Error && depth < 5; depth++) {
    const told = next as Told;
    status ??= told.statusCode;
    const text =
      told.code === undefined || next.message.includes(told.code) ? next.message : `${told.code} ${next.message}`;
    // Wrapped errors repeat what they wrap.
    if (!texts.some((before) => before.includes(text))) texts.push(text);
    next = told.cause ?? told.lastError;
  }
  return { status, text: texts.length === 0 ? String(error) : texts.join(': ') };
}

function advice(id: string, status: number | undefined, text: string): string {
  const isOllama = id.startsWith('ollama:');
  const name = id.slice(isOllama ? 'ollama:'.length : id.indexOf('#') + 1);
  if (/ECONNREFUSED|fetch failed|ENOTFOUND|EHOSTUNREACH|Cannot connect/i.test(text) && status === undefined) {
    if (isOllama) return 'Is Ollama running? Start it (ollama serve); OLLAMA_HOST says where it listens.';
    return 'Look at the address, and whether the server runs.';
  }
  if (status === 401 || status === 403) {
    const variable = id.startsWith('openai:') ? 'OPENAI_API_KEY' : 'SENTE_MODEL_KEY';
    return isOllama
      ? 'Ollama asks for no key: look at OLLAMA_HOST, or give a key with the model in the studio.'
      : `The server wants a key that it knows: set ${variable}, or give the key with the model in the studio.`;
  }
  if (status === 404) {
    return isOllama
      ? `Get the model first: ollama pull ${name}`
      : 'The server knows no such model, or its address lacks a part, such as /v1.';
  }
  if (status === 429) return 'Wait a moment; the server limits how often it may be asked.';
  return 'Try again, or set another model.';
}

/** What went wrong with a model, and what to do about it. */
export function modelTrouble(id: string, error: unknown): { readonly what: string; readonly advice: string } {
  const { status, text } = tellings(error);
  const said = text.replaceAll(/\s+/g, ' ').slice(0, QUOTED);
  const what = status === undefined ? said : `it answered with status ${status} (${said})`;
  return { what, advice: advice(id, status, text) };
}

/** The refusal for what went wrong with a model. An error that is a Problem stays what it is. */
export function modelFailure(id: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new Problem('model-failed', `${id} took too long.`, 'Try again, or set a faster model.');
  }
  const trouble = modelTrouble(id, error);
  return new Problem('model-failed', `${id} could not be asked: ${trouble.what}`, trouble.advice);
}
