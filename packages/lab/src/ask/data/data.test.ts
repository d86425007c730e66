import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ProbeDataError } from '../../probe/probe.ts';
import { askCases } from '../cases.ts';
import { askNotes } from '../notes.ts';
import { citiesIn, thingsIn } from './lists.ts';
import { readWords } from './read-words.ts';

const STORY = {
  id: 'made|1',
  story: 'Ida met Una at the pier. She had lost a glove.',
  target_turn: { turn_id: 2, question: 'Who lost it?', answer: 'Ida' },
  history_turns: [{ turn_id: 1, question: 'Where did they meet?', answer: 'at the pier' }],
  ambiguity: 'ambiguous',
  clarification_turn: {
    question: 'Do you mean the glove?',
    answers: [
      { clr_ans: 'Yes.', org_ans: 'Ida', org_ans_2: 'Una' },
      { clr_ans: 'No, the ring.', org_ans: 'unknown' },
    ],
  },
};
const PAIR = {
  id: 7,
  premise: 'She saw the man with the glass.',
  hypothesis: 'She used a glass.',
  premise_ambiguous: true,
  hypothesis_ambiguous: false,
  labels: 'entailment, neutral',
  disambiguations: [
    { premise: 'With the glass, she saw the man.', hypothesis: 'She used a glass.', label: 'entailment' },
    { premise: 'She saw the man who had the glass.', hypothesis: 'She used a glass.', label: 'neutral' },
  ],
};
const TASK = {
  category: 'made',
  task: 'Knit me something.',
  vague: true,
  missing_details: [{ description: 'Size', importance: '3', inquiry: 'What size?', options: ['S', 'L'] }],
};
const lines = (...records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');

describe('readWords', () => {
  it('knows Abg-CoQA by its story', () => {
    const clear = { ...STORY, id: 'made|2', ambiguity: 'non_ambiguous', clarification_turn: {} };
    const [open, closed] = readWords(JSON.stringify({ version: '1', data: [STORY, clear] }), 'a.json');
    expect(open).toMatchObject({ cell: 'open', set: 'Abg-CoQA', request: 'Who lost it?', scoring: 'overlap' });
    expect(open.readings).toEqual([
      { reply: '“Do you mean the glove?” Yes.', answers: ['Ida', 'Una'] },
      { reply: '“Do you mean the glove?” No, the ring.', answers: ['unknown'] },
    ]);
    expect(open.instructions).toContain('Ida met Una');
    expect(open.instructions).toContain('Question: Where did they meet?\nAnswer: at the pier');
    expect(open.instructions).not.toContain('Who lost it?');
    expect(closed).toMatchObject({ cell: 'closed', readings: [{ answers: ['Ida'] }] });
  });

  it('knows AmbiEnt by its two sentences', () => {
    const [open, closed] = readWords(
      lines(PAIR, { ...PAIR, id: 8, premise_ambiguous: false, labels: 'contradiction', disambiguations: [] }),
      'b.jsonl',
    );
    expect(open).toMatchObject({ cell: 'open', scoring: 'verdict' });
    expect(open.readings).toEqual([
      { reply: 'Read it like this: by the first sentence I mean: With the glass, she saw the man.', answers: ['true'] },
      {
        reply: 'Read it like this: by the first sentence I mean: She saw the man who had the glass.',
        answers: ['open'],
      },
    ]);
    expect(closed).toMatchObject({ cell: 'closed', readings: [{ answers: ['false'] }] });
  });

  it('knows IN3 by its task', () => {
    const [open, closed] = readWords(lines(TASK, { ...TASK, vague: false, missing_details: [] }), 'c.jsonl');
    expect(open).toMatchObject({ cell: 'open', request: 'Knit me something.' });
    expect(open.missing).toEqual([{ description: 'Size', importance: 3, inquiry: 'What size?', options: ['S', 'L'] }]);
    expect(closed).toMatchObject({ cell: 'closed', readings: [] });
    expect(closed.missing).toBeUndefined();
  });

  it.each([
    ['{"task": "x", "vague": true}\n{"task": "y"', 'd.jsonl, line 2'],
    [lines(TASK, { ...TASK, task: ' ' }), 'd.jsonl, line 2: “task”'],
    [lines({ ...TASK, vague: 'yes' }), '“vague” must be true or false'],
    [lines({ ...TASK, missing_details: [{ description: 'x', importance: '9' }] }), '“importance” must be 1, 2 or 3'],
    [lines({ ...PAIR, labels: 'maybe', disambiguations: [] }), '“maybe” is no label'],
    [JSON.stringify({ data: [{ ...STORY, ambiguity: 'rather' }] }), 'd.jsonl, record 1: “ambiguity”'],
    [JSON.stringify({ data: [{ ...STORY, clarification_turn: { question: 'x' } }] }), 'has no “answers”'],
    ['{"quite": "another thing"}', 'no data that the ask probe knows'],
    ['', 'no data that the ask probe knows'],
  ])('refuses %s', (text, message) => {
    expect(() => readWords(text, 'd.jsonl')).toThrow(ProbeDataError);
    expect(() => readWords(text, 'd.jsonl')).toThrow(message);
  });
});

describe('lists', () => {
  it('knows things by category and cities by their first line, and nothing else', () => {
    expect(thingsIn('{"Birds": [["Owl"], ["Tit", "Titmouse"]]}', 'e.json')).toEqual([
      { name: 'Owl', aliases: [], kind: 'Birds' },
      { name: 'Tit', aliases: ['Titmouse'], kind: 'Birds' },
    ]);
    expect(thingsIn(JSON.stringify({ data: [STORY] }), 'e.json')).toBeUndefined();
    expect(citiesIn('Rank City Country Population\n1; Lund; Sweden; 91,000\n', 'f.txt')?.rows).toEqual([
      { name: 'Lund', country: 'Sweden', 'population (people)': '91000' },
    ]);
    expect(citiesIn('Lund\nUppsala', 'f.txt')).toBeUndefined();
    expect(() => thingsIn('{"Birds": [["Owl"], [3]]}', 'e.json')).toThrow('e.json, “Birds”, thing 2');
    expect(() => citiesIn('Rank City Country Population\n1; Lund; Sweden', 'f.txt')).toThrow('f.txt, line 2');
  });
});

describe('askCases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ask-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a folder, a part of it, or a file, and draws from it with the seed', async () => {
    writeFileSync(join(folder, 'train.jsonl'), lines(...Array.from({ length: 9 }, () => TASK)));
    writeFileSync(join(folder, 'words.json'), '{"Birds": [["Owl"], ["Tit"]]}');
    writeFileSync(join(folder, 'LICENSE'), 'none');
    expect(await askCases({ seed: 1, data: folder })).toHaveLength(11);
    expect(await askCases({ seed: 1, data: folder, split: 'train' })).toHaveLength(9);
    const four = await askCases({ seed: 1, data: join(folder, 'train.jsonl'), cases: 4 });
    expect(four).toHaveLength(4);
    expect(await askCases({ seed: 1, data: join(folder, 'train.jsonl'), cases: 4 })).toEqual(four);
    await expect(askCases({ seed: 1, data: join(folder, 'none') })).rejects.toThrow('there is no such file');
  });

  it('draws 120 embedded cases, or as many as are wished for, and says how they are balanced', async () => {
    const all = await askCases({ seed: 1 });
    expect(all).toHaveLength(120);
    expect(new Set(all.map(({ id }) => id)).size).toBe(120);
    expect(await askCases({ seed: 1, cases: 30 })).toHaveLength(30);
    expect(askNotes(all)[0]).toBe(
      '50 of 100 requests are open (50%). Always asking: F1 .667, accuracy .500; never asking: F1 .000, accuracy .500.',
    );
    const rare = askNotes(
      readWords(lines(TASK, ...Array.from({ length: 9 }, () => ({ ...TASK, vague: false }))), 'c.jsonl'),
    );
    expect(rare.join(' ')).toContain('Requests that are open are rare here (10%)');
  });
});
