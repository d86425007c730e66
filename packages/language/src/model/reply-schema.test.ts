import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { replySchema, withoutPadding } from './reply-schema.ts';

const wishes = z.object({
  wishes: z.array(z.object({ text: z.string(), since: z.coerce.number().optional() })).default([]),
  note: z.string().nullable(),
});

describe('replySchema', () => {
  it('requires every property for servers that hold the model to it', () => {
    expect(replySchema(wishes)).toMatchObject({
      holds: true,
      strict: {
        type: 'object',
        required: ['wishes', 'note'],
        additionalProperties: false,
        properties: {
          wishes: {
            anyOf: [
              {
                type: 'array',
                items: {
                  required: ['text', 'since'],
                  additionalProperties: false,
                  properties: { since: { anyOf: [{ type: 'number' }, { type: 'null' }] } },
                },
              },
              { type: 'null' },
            ],
          },
        },
      },
    });
  });

  it('shows the short form in prompts', () => {
    expect(JSON.stringify(replySchema(wishes)?.shown)).not.toMatch(/\$schema|additionalProperties|default/);
    expect(replySchema(wishes)?.shown.required).toEqual(['note']);
  });

  it('knows what strict servers refuse', () => {
    expect(replySchema(z.object({ a: z.record(z.string(), z.number()) }))?.holds).toBe(false);
    expect(replySchema(z.object({ a: z.unknown() }))?.holds).toBe(false);
    expect(replySchema(z.array(z.string()))?.holds).toBe(false);
    expect(replySchema(z.object({ a: z.enum(['x', 'y']), b: z.literal(1) }))?.holds).toBe(true);
  });

  it('takes transforms and preprocessing by what goes in', () => {
    const loose = z.object({
      a: z.preprocess((v) => v ?? '', z.string()),
      b: z.string().transform(Number),
      c: z.number().catch(0),
    });
    expect(replySchema(loose)?.strict.properties).toEqual({
      a: { type: 'string' },
      b: { type: 'string' },
      c: { type: 'number' },
    });
  });
});

describe('withoutPadding', () => {
  it('drops nulls of optional properties only', () => {
    const shown = replySchema(wishes)?.shown;
    const value = { wishes: [{ text: 'a', since: null }], note: null, extra: null };
    expect(withoutPadding(value, shown)).toEqual({ wishes: [{ text: 'a' }], note: null, extra: null });
    expect(wishes.parse(withoutPadding({ wishes: null, note: null }, shown))).toEqual({ wishes: [], note: null });
  });
});
