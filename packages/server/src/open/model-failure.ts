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
    texts.push(
      told.code === undefined || next.message.includes(told.code) ? next.message : `${told.code} ${next.message}`,
    );
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
  if (status === 401 || status === 403) return 'Give a key with the model, or set it in the environment.';
  if (status === 404) {
    return isOllama
      ? `Get the model first: ollama pull ${name}`
      : 'The server knows no such model, or its address lacks a part, such as /v1.';
  }
  if (status === 429) return 'Wait a moment; the server limits how often it may be asked.';
  return 'Try again, or set another model.';
}

/** The refusal for what went wrong with a model. An error that is a Problem stays what it is. */
export function modelFailure(id: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status, text } = tellings(error);
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new Problem('model-failed', `${id} took too long.`, 'Try again, or set a faster model.');
  }
  const said = text.replaceAll(/\s+/g, ' ').slice(0, QUOTED);
  const what = status === undefined ? said : `it answered with status ${status} (${said})`;
  return new Problem('model-failed', `${id} could not be asked: ${what}`, advice(id, status, text));
}
