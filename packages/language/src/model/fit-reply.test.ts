import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitReply } from './fit-reply.ts';
import { LONGEST_REPLY } from './reply-json.ts';
import { replySchema } from './reply-schema.ts';

const schema = z.object({ intents: z.array(z.object({ want: z.string(), weight: z.coerce.number().default(1) })) });
const wanted = { intents: [{ want: 'a "red" {car}', weight: 2 }] };
const json = JSON.stringify(wanted);

function fit<T>(reply: string, wantedSchema: z.ZodType<T>): T | string {
  const result = fitReply(reply, wantedSchema, replySchema(wantedSchema));
  return result.fits ? result.value : result.complaint;
}

describe('fitReply', () => {
  it.each([
    ['bare', json],
    ['fenced', `Here it is:\n\`\`\`json\n${JSON.stringify(wanted, null, 2)}\n\`\`\`\nAnything else?`],
    ['behind thoughts with JSON in them', `<think>maybe {"intents": [{"want": "wrong"}]}?</think>\n${json}`],
    ['behind thoughts that only end', `Let me see [1] {"intents": [{"want": "wrong"}]}\n</think>\n\n${json}`],
    ['after prose with brackets', `As said [1], {this} is it: ${json}`],
    ['followed by a second object', `${json}\n{"intents": [{"want": "second"}]}`],
    ['preceded by an object of another form', `{"plan": "think"} ${json}`],
    ['trailing commas', '{"intents": [{"want": "a \\"red\\" {car}", "weight": 2,},],}'],
    ['single quotes, comments, bare keys', '{intents: [{want: \'a "red" {car}\', weight: 2}] // done\n}'],
    ['numbers as words', '{"intents": [{"want": "a \\"red\\" {car}", "weight": "2"}]}'],
    ['the list alone', JSON.stringify(wanted.intents)],
    ['one a line', '{"want": "a \\"red\\" {car}", "weight": 2}\n'.repeat(2)],
    ['wrapped', JSON.stringify({ result: wanted })],
    ['in a list of one', `[${json}]`],
    ['cut off in the fence', `\`\`\`json\n${json.slice(0, -2)}`],
    ['cut off, with the fence closed', `\`\`\`json\n${json.slice(0, -2)}\n\`\`\``],
  ])('reads JSON %s', (name, reply) => {
    const expected = name === 'one a line' ? { intents: [wanted.intents[0], wanted.intents[0]] } : wanted;
    expect(fit(reply, schema)).toEqual(expected);
  });

  it('closes what was cut off', () => {
    expect(fit('{"intents": [{"want": "x", "weight": 3}, {"want": "half a wo', schema)).toEqual({
      intents: [
        { want: 'x', weight: 3 },
        { want: 'half a wo', weight: 1 },
      ],
    });
  });

  it('keeps tags and fences that are part of the words', () => {
    const text = z.object({ text: z.string() });
    const value = { text: 'use <think>…</think> and ```js\nf({})\n``` here' };
    expect(fit(JSON.stringify(value), text)).toEqual(value);
    expect(fit(`Sure! ${JSON.stringify(value)}`, text)).toEqual(value);
  });

  it('does not take an object without any field that was asked for as an answer', () => {
    const generous = z.object({ added: z.array(z.string()).default([]), removed: z.array(z.string()).default([]) });
    expect(fit('{"error": "I cannot do that"}', generous)).toMatch(/no JSON/);
    expect(fit('{}', generous)).toEqual({ added: [], removed: [] });
    expect(fit('{"removed": ["x"]}', generous)).toEqual({ added: [], removed: ['x'] });
  });

  it('takes null for what may be left out', () => {
    const optional = z.object({ a: z.string().optional(), b: z.array(z.string()).default([]), c: z.string() });
    expect(fit('{"a": null, "b": null, "c": "x"}', optional)).toEqual({ b: [], c: 'x' });
  });

  it('finds the end of a value by its quotes', () => {
    const text = z.object({ text: z.string() });
    expect(fit('So: {"text": "a \\" } b"} or {"text": "c"}', text)).toEqual({ text: 'a " } b' });
    const both = z.object({ text: z.string(), sure: z.number() });
    expect(fit("So: {'text': 'a } b', 'sure': 1}.", both)).toEqual({ text: 'a } b', sure: 1 });
  });

  it('gathers values with words between them into the list that was wanted', () => {
    const list = z.array(z.object({ want: z.string() }));
    expect(fit('First {"want": "a"}, then {"want": "b"}.', z.object({ intents: list }))).toEqual({
      intents: [{ want: 'a' }, { want: 'b' }],
    });
  });

  it('says what is wrong', () => {
    expect(fit("I'm sorry, I can't help with that.", schema)).toMatch(/no JSON/);
    expect(fit('{"intents": [{"weight": 1}]}', schema)).toMatch(/^intents\.0\.want: /);
  });

  it('takes lists and plain values where they are wanted', () => {
    expect(fit('{"items": ["a", "b"]}', z.array(z.string()))).toEqual(['a', 'b']);
    expect(fit('The list: ["a"]', z.array(z.string()))).toEqual(['a']);
    expect(fit('7', z.number())).toBe(7);
  });

  it('looks at no reply of absurd length, and is quick with brackets only', () => {
    expect(fit(`${' '.repeat(LONGEST_REPLY)}${json}`, schema)).toMatch(/no JSON/);
    const started = performance.now();
    fit('{['.repeat(20_000), schema);
    fit('[x'.repeat(20_000), schema);
    fit('"'.repeat(40_000), schema);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('never throws', () => {
    const unit = fc.constantFrom('{', '}', '[', ']', '"', ',', ':', 'a', '\\', '`', '<think>', '</think>', '\n', '1');
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (reply) => void fit(reply, schema)));
  });
});
