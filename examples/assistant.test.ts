/**
 * Initiative as an assertion, beside an assistant's other tests. Runs with vitest, as any test file does.
 */
import '@sente/lab/vitest';
import { expect, test } from 'vitest';

/** Stands in for yours: messages in, words out. */
function assistant(messages: readonly { readonly role: string; readonly content: string }[]): string {
  const request = messages.at(-1)?.content ?? '';
  return request.split(' ').length < 8 ? 'What matters most to you: place, length or price?' : 'Take the first one.';
}

test('does not ask about requests that are closed', async () => {
  await expect(assistant).toTakeInitiative({ probes: ['ask'], cases: 20, failIf: ['ask.assistant.over-asking > 0.9'] });
});
