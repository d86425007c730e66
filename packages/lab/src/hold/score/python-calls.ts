/**
 * Reads Python calls with literal arguments: names, numbers, text, lists, tuples, dictionaries. Nothing is run.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import type { Call } from './read-calls.ts';

/** The calls of a text that is nothing else: one, or several in brackets or separated by commas. Undefined otherwise. */
export function readPythonCalls(text: string): readonly Call[] | undefined {
  const reader = new Reader(text);
  try {
    const calls = reader.calls();
    return calls.length > 0 ? calls : undefined;
  } catch (error) {
    if (error instanceof NotLiteral) return undefined;
    throw error;
  }
}

class NotLiteral extends Error {}

const NAMED: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
  ['None', null],
  ['null', null],
]);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  calls(): readonly Call[] {
    const isList = this.#take('[');
    const calls: Call[] = [];
    do {
      if (isList && this.#peek() === ']') break;
      if (this.#peek() === '') break;
      calls.push(this.#call());
    } while (this.#take(',') || this.#take(';'));
    if (isList) this.#need(']');
    if (this.#peek() !== '') throw new NotLiteral();
    return calls;
  }

  #call(): Call {
    const name = this.#match(/[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*/y);
    this.#need('(');
    const named: Record<string, Json> = {};
    const unnamed: Json[] = [];
    while (this.#peek() !== ')') {
      const parameter = this.#try(/([A-Za-z_]\w*)\s*=(?!=)/y);
      if (parameter === undefined) unnamed.push(this.#value());
      else named[parameter] = this.#value();
      if (!this.#take(',')) break;
    }
    this.#need(')');
    return { name, named, unnamed };
  }

  #value(): Json {
    const next = this.#peek();
    if (next === '"' || next === "'") return this.#string();
    if (this.#take('[')) return this.#list(']');
    if (this.#take('(')) return this.#list(')');
    if (this.#take('{')) return this.#dictionary();
    const number = this.#try(/([-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?![\w.])/y);
    if (number !== undefined) return Number(number.replaceAll('_', ''));
    const word = this.#match(/[A-Za-z_]\w*/y);
    const constant = NAMED.get(word);
    // A bare name is a variable: its name stands for it, as in BFCL.
    return constant === undefined ? word : constant;
  }

  #list(end: string): Json {
    const values: Json[] = [];
    while (this.#peek() !== end) {
      values.push(this.#value());
      if (!this.#take(',')) break;
    }
    this.#need(end);
    return values;
  }

  #dictionary(): Json {
    const entries: Record<string, Json> = {};
    while (this.#peek() !== '}') {
      const key = this.#value();
      this.#need(':');
      entries[String(key)] = this.#value();
      if (!this.#take(',')) break;
    }
    this.#need('}');
    return entries;
  }

  #string(): string {
    const quote = this.#peek();
    const marks = this.#text.startsWith(quote.repeat(3), this.#at) ? quote.repeat(3) : quote;
    this.#at += marks.length;
    let value = '';
    while (!this.#text.startsWith(marks, this.#at)) {
      if (this.#at >= this.#text.length) throw new NotLiteral();
      const character = this.#text[this.#at++];
      if (character !== '\\') {
        value += character;
        continue;
      }
      const escaped = this.#text[this.#at++] ?? '';
      value += ESCAPES[escaped] ?? escaped;
    }
    this.#at += marks.length;
    return value;
  }

  #peek(): string {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#text[this.#at] ?? '';
  }

  #take(mark: string): boolean {
    if (this.#peek() !== mark) return false;
    this.#at++;
    return true;
  }

  #need(mark: string): void {
    if (!this.#take(mark)) throw new NotLiteral();
  }

  /** The first group, or all, of what stands here; undefined when something else does. */
  #try(pattern: RegExp): string | undefined {
    this.#peek();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[1] ?? match[0];
  }

  #match(pattern: RegExp): string {
    const found = this.#try(pattern);
    if (found === undefined) throw new NotLiteral();
    return found;
  }
}
