/**
 * A `fetch` whose failures do not show the key: servers quote it in their errors ("Incorrect API key provided: …"), and
 * some take it in the address, which every error of the AI SDK holds.
 * @module
 */

/** Characters of an error's body that are kept. */
const LONGEST_ERROR = 64_000;

const HIDDEN = '[key]';

/** The first characters of a body, so that an endless error page is not read to its end. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader !== undefined && text.length < LONGEST_ERROR) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader?.cancel();
  return text.slice(0, LONGEST_ERROR);
}

/** `query` is added to every address here, behind the back of those who write the address into errors. */
export function hidingKey(
  fetch: typeof globalThis.fetch,
  key: string | undefined,
  query = '',
): typeof globalThis.fetch {
  const secrets = [key, query.slice(1), ...new URLSearchParams(query).values()].filter(
    (secret) => secret !== undefined && secret.length >= 4,
  );
  const hide = (text: string): string =>
    secrets.reduce<string>((shown, secret) => shown.replaceAll(secret as string, HIDDEN), text);
  return async (input, init) => {
    let response: Response;
    try {
      response = await fetch(query === '' ? input : `${input}${query}`, init);
    } catch (error) {
      if (
        !(error instanceof Error) ||
        hide(`${error.message}${error.cause}${error.stack}`) === `${error.message}${error.cause}${error.stack}`
      )
        throw error;
      throw new TypeError('fetch failed', { cause: new Error(hide(error.message)) });
    }
    if (response.ok) return response;
    const headers = new Headers(response.headers);
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
    for (const [name, value] of [...headers]) if (hide(value) !== value) headers.set(name, hide(value));
    const { status, statusText } = response;
    return new Response(hide(await beginning(response)), { status, statusText: hide(statusText), headers });
  };
}
