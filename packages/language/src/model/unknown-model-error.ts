/**
 * The failure to make sense of a model's ID.
 * @module
 */

const FORMS =
  '`openai:NAME`, `ollama:NAME`, `URL#NAME` for anything OpenAI-compatible (`http://127.0.0.1:8080/v1#my-model`), or `pocket`';

/** Keys in user names, queries and the like have no business in a message. */
function shown(id: string): string {
  return id.replace(/\/\/[^/@#]*@/, '//…@').replace(/\?[^#]*/, '?…');
}

/** Letters that differ, at most 2: enough for a typing slip. */
function near(a: string, b: string): boolean {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0];
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j];
      row[j] = Math.min(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length] <= 2;
}

function suggestion(id: string): string {
  // The pocket model is another package, which this one does not know.
  if (/^pocket(:|$)/.test(id)) return 'In code, the pocket model is opened by `openAnyModel` of `@sente/lab/model`.';
  if (near(id.replace(/:.*$/, '').toLowerCase(), 'pocket')) return 'Did you mean `pocket`?';
  if (/^https?:\/\//i.test(id))
    return `Add the model's name behind a \`#\`: \`${shown(id).replace(/#.*$/, '')}#NAME\`.`;
  const [, scheme, name] = /^([\w.-]+)[:/](.*)$/.exec(id) ?? [undefined, '', id];
  const known = ['openai', 'ollama'].find((one) => scheme !== '' && near(scheme.toLowerCase(), one));
  if (known !== undefined) return `Did you mean \`${known}:${name === '' ? 'NAME' : name}\`?`;
  if (/^(gpt-|chatgpt|o\d)/i.test(id)) return `Did you mean \`openai:${id}\`?`;
  if (/^(llama|qwen|gemma|mistral|phi|deepseek|smollm)/i.test(id)) return `Did you mean \`ollama:${id}\`?`;
  return 'Any model of the AI SDK can be passed in code instead of an ID.';
}

/** Thrown for an ID that names no model, or whose server a variable of the environment should say and does not. */
export class UnknownModelError extends Error {
  override readonly name = 'UnknownModelError';

  constructor(id: string, variable?: string) {
    super(
      variable === undefined
        ? `\`${shown(id)}\` is no model's ID. ${suggestion(id)} IDs are ${FORMS}.`
        : `\`${shown(id)}\` cannot be reached: ${variable} holds no address of a server. Unset it, or set it as http://HOST:PORT${variable === 'OLLAMA_HOST' ? '' : '/v1'}.`,
    );
  }
}
