import { describe, expect, it } from 'vitest';
import { hello, post, proxyOf } from '../testing/proxy-of.ts';
import { chunkTexts, completionText, type UpstreamScript } from '../testing/scripted-upstream.ts';

/** Refuses to answer in so many words, in the field that is meant for it. */
function refuses(...texts: string[]): UpstreamScript {
  return (reply, { body }, count) => {
    const text = texts[Math.min(count, texts.length - 1)];
    if (JSON.parse(body.toString()).stream === true) {
      const [role, ...rest] = chunkTexts(text);
      const chunks = rest.map((chunk) => chunk.replace('"content":', '"refusal":'));
      reply.writeHead(200, { 'content-type': 'text/event-stream' }).end([role, ...chunks].join(''));
      return;
    }
    const message = { role: 'assistant', content: null, refusal: text };
    const whole = completionText('', { choices: [{ index: 0, message, finish_reason: 'stop' }] });
    reply.writeHead(200, { 'content-type': 'application/json' }).end(whole);
  };
}

const commitments = [{ id: 'price', about: 'the lowest price', value: '450 euros' }];

describe.each([{ stream: true }, { stream: false }])('a refusal of the model’s, %j', (form) => {
  it('never gives a secret away', async () => {
    const script = refuses('I cannot go below 450 euros.', 'I cannot tell.');
    const proxy = await proxyOf(script, {}, { initiative: { commitments } });
    const reply = await (await post(proxy, { ...hello, ...form })).text();
    expect(reply).not.toContain('450');
    expect(reply).toMatch(form.stream ? /"refusal":"tell\."/ : /"refusal": ?"I cannot tell\."/);
    expect(proxy.upstream.asked).toHaveLength(2);
  });

  it('goes out as it came when it gives nothing away, and is recognised in the next turn', async () => {
    const proxy = await proxyOf(refuses('I cannot tell.'));
    const first = await post(proxy, { ...hello, ...form });
    expect(await first.text()).toMatch(/"refusal": ?"I/);
    const refused = { role: 'assistant', content: null, refusal: 'I cannot tell.' };
    const messages = [...hello.messages, refused, { role: 'user', content: 'more' }];
    const second = await post(proxy, { ...hello, ...form, messages });
    await second.text();
    expect(second.headers.get('x-sente-conversation')).toBe(first.headers.get('x-sente-conversation'));
    expect(proxy.layer.requests[1].session.turn).toBe(1);
  });
});
