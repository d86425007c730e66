import { describe, expect, it } from 'vitest';
import { createRedact, REDACTED } from './redact.ts';

describe('redact', () => {
  it('takes out what the environment holds under the name of a key, within JSON and addresses too', () => {
    const redact = createRedact({
      OPENAI_API_KEY: 'sesame',
      MY_TOKEN: 'a"b\\c$d.e+f',
      DB_PASSWORD: 'Hunter2Hunter2',
      SENTE_MODEL_KEY: ' padded-key ',
    });
    expect(redact('open sesame!')).toBe(`open ${REDACTED}!`);
    expect(redact(JSON.stringify({ said: 'a"b\\c$d.e+f' }))).toBe(`{"said":"${REDACTED}"}`);
    expect(redact(`http://h/?x=${encodeURIComponent('a"b\\c$d.e+f')}`)).toBe(`http://h/?x=${REDACTED}`);
    expect(redact('Hunter2Hunter2Hunter2Hunter2 padded-key')).toBe(`${REDACTED}${REDACTED} ${REDACTED}`);
  });

  it('leaves settings alone that only sound like keys', () => {
    const redact = createRedact({
      KEY_ENV: 'production',
      TOKEN_LIMIT: '12000000',
      KEY_FILE: '/home/me/keyfile',
      KEYBOARD: 'English-QWERTY',
      API_KEY: 'short',
    });
    const text = 'production 12000000 /home/me/keyfile English-QWERTY short';
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['sk-proj-abcdefghijklmnop1234', REDACTED],
    ['AIzaSyA1234567890abcdefghijklmnopqrstuv', REDACTED],
    ['ghp_abcdefghijklmnopqrst1234', REDACTED],
    ['hf_abcdefghijklmnopqrstuvwx', REDACTED],
    ['xoxb-1234567890-abcdef', REDACTED],
    ['AKIAIOSFODNN7EXAMPLE', REDACTED],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc123def', REDACTED],
    ['Authorization: Bearer abcdef123456', `Authorization: Bearer ${REDACTED}`],
    ['redis://user:pass@host:6379/0', `redis://user:${REDACTED}@host:6379/0`],
    ['redis://:pass@host', `redis://:${REDACTED}@host`],
    ['http://h/v1?api-key=abcdef1#m', `http://h/v1?api-key=${REDACTED}#m`],
    ['http://h/v1?a=1&key=abcdef1&b=2', `http://h/v1?a=1&key=${REDACTED}&b=2`],
  ])('knows keys by their looks: %s', (text, shown) => {
    expect(createRedact({})(text)).toBe(shown);
    expect(JSON.parse(createRedact({})(JSON.stringify({ text })))).toEqual({ text: shown });
  });

  it('leaves words alone', () => {
    const text =
      'The task-force (risk-free) has a key? token=3. Bearer of news; see http://a.b/c?code=1 and 12:30@noon.';
    expect(createRedact({})(text)).toBe(text);
  });
});
