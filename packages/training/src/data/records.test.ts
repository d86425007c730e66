import { describe, expect, it } from 'vitest';
import { makeRecords } from './records.ts';
import type { Candidate, DataDetail, Step } from './step.ts';

const used = { calls: 0, input: 0, output: 0 };
const candidate = (text: string, reward?: number): Candidate => ({
  text,
  kind: 'plain',
  ...(reward === undefined ? { dropped: 'cut-off' as const } : { reward }),
});
const step = (said: string, best: number | undefined, ...candidates: Candidate[]): Step => ({
  said,
  candidates,
  ...(best !== undefined && { best }),
});
const talk = (...steps: Step[]): DataDetail & { goal: { goal: string } } => ({
  instructions: 'A shop.',
  steps,
  used,
  goal: { goal: 'A blue lamp.' },
});

describe('records', () => {
  const two = talk(
    step('a lamp', 1, candidate('red', 0.2), candidate('Which colour?', 0.9), candidate('green', -0.1)),
    step('blue', 0, candidate('the blue one', 0.8), candidate('blue it is', 0.78)),
  );

  it('pairs the best with the worst of a turn, behind the conversation as it went on', () => {
    const { 'dpo.trl.jsonl': pairs, 'dpo.openai.jsonl': same, counts } = makeRecords([two], 0.05);
    expect(pairs).toEqual([
      {
        prompt: [
          { role: 'system', content: 'A shop.' },
          { role: 'user', content: 'a lamp' },
        ],
        chosen: [{ role: 'assistant', content: 'Which colour?' }],
        rejected: [{ role: 'assistant', content: 'green' }],
      },
    ]);
    expect(same[0].preferred_output).toEqual(pairs[0].chosen);
    expect(counts).toMatchObject({ pairs: 1, turns: 2, unpaired: { 'within-margin': 1, 'fewer-than-two-scored': 0 } });
  });

  it('takes a difference that equals the margin, and never equal rewards', () => {
    expect(makeRecords([two], 0.02).counts.pairs).toBe(2);
    expect(makeRecords([talk(step('x', 0, candidate('a', 0.5), candidate('b', 0.5)))], 0).counts.pairs).toBe(0);
    const close = talk(step('x', 0, candidate('a', 0.3), candidate('b', 0.25)));
    expect(makeRecords([close], 0.05).counts.pairs).toBe(1);
  });

  it('gives TRL every turn and OpenAI the whole conversation, which ends with the assistant', () => {
    const { 'sft.trl.jsonl': turns, 'grpo.trl.jsonl': prompts, 'sft.openai.jsonl': whole } = makeRecords([two], 0.05);
    expect(prompts).toEqual(turns.map(({ prompt }) => ({ prompt, goal: 'A blue lamp.', answer: null })));
    expect(turns.map(({ completion }) => completion[0].content)).toEqual(['Which colour?', 'the blue one']);
    expect(whole[0].messages.map(({ content }) => content)).toEqual([
      'A shop.',
      'a lamp',
      'Which colour?',
      'blue',
      'the blue one',
    ]);
  });

  it('leaves out what has no score, and counts it', () => {
    const none = talk(step('x', undefined, candidate('a'), candidate('b')));
    const cut = talk(step('x', 0, candidate('a', 0.5), candidate('b')), step('y', undefined, candidate('c')));
    const { counts, 'sft.openai.jsonl': whole } = makeRecords([none, cut], 0.05);
    expect(counts).toMatchObject({ unused: 1, dropped: { 'cut-off': 4 }, unpaired: { 'fewer-than-two-scored': 3 } });
    expect(whole).toHaveLength(1);
    expect(whole[0].messages.at(-1)).toEqual({ role: 'assistant', content: 'a' });
  });
});
