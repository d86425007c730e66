import { describe, expect, it } from 'vitest';
import { checkFile, RecordError, SCHEMAS } from './schemas.ts';

const user = { role: 'user', content: 'a lamp' };
const asks = { role: 'assistant', content: 'Which colour?' };
const red = { role: 'assistant', content: 'The red one.' };

describe('records that trainers take', () => {
  it.each([
    ['sft.trl.jsonl', { prompt: [user], completion: [asks] }],
    ['dpo.trl.jsonl', { prompt: [{ role: 'system', content: 'shop' }, user], chosen: [asks], rejected: [red] }],
    ['grpo.trl.jsonl', { prompt: [user], goal: 'a red lamp', answer: null }],
    ['sft.openai.jsonl', { messages: [user, asks, user, red] }],
    ['dpo.openai.jsonl', { input: { messages: [user] }, preferred_output: [asks], non_preferred_output: [red] }],
  ] as const)('%s', (file, record) => {
    expect(SCHEMAS[file].safeParse(record).error).toBeUndefined();
    expect(checkFile(file, `${JSON.stringify(record)}\n`)).toBe(1);
  });
});

describe('records that trainers do not take', () => {
  it.each([
    ['sft.trl.jsonl', { prompt: 'a lamp', completion: 'Which?' }],
    ['sft.trl.jsonl', { prompt: [user], completion: [asks, user, red] }],
    ['sft.trl.jsonl', { prompt: [user, asks], completion: [red] }],
    // A further key of TRL's makes it a record of another kind.
    ['sft.trl.jsonl', { prompt: [user], completion: [asks], messages: [user, asks] }],
    ['dpo.trl.jsonl', { prompt: [user], chosen: [asks], rejected: [asks] }],
    ['dpo.trl.jsonl', { prompt: [user], chosen: [asks] }],
    ['dpo.trl.jsonl', { prompt: [user], chosen: [{ role: 'assistant', content: ' \n' }], rejected: [red] }],
    ['grpo.trl.jsonl', { prompt: [user], goal: 'a red lamp' }],
    ['grpo.trl.jsonl', { prompt: [user, asks], goal: 'a red lamp', answer: null }],
    ['sft.openai.jsonl', { messages: [user, asks, user] }],
    ['sft.openai.jsonl', { messages: [asks] }],
    ['sft.openai.jsonl', { messages: [user, user, asks] }],
    ['sft.openai.jsonl', { messages: [] }],
    ['dpo.openai.jsonl', { input: { messages: [user] }, preferred_output: [asks, red], non_preferred_output: [red] }],
    ['dpo.openai.jsonl', { input: [user], preferred_output: [asks], non_preferred_output: [red] }],
    ['dpo.openai.jsonl', { input: { messages: [user, asks] }, preferred_output: [asks], non_preferred_output: [red] }],
  ] as const)('%s %j', (file, record) => {
    expect(SCHEMAS[file].safeParse(record).success).toBe(false);
  });

  it('are named with file and line', () => {
    const good = JSON.stringify({ messages: [user, asks] });
    expect(() => checkFile('sft.openai.jsonl', `${good}\n{}\n`)).toThrow(/sft\.openai\.jsonl, line 2: messages/);
    expect(() => checkFile('sft.openai.jsonl', `${good}\n{\n`)).toThrow(RecordError);
    expect(() => checkFile('sft.openai.jsonl', good)).toThrow('line break');
    expect(checkFile('sft.openai.jsonl', '')).toBe(0);
  });
});
