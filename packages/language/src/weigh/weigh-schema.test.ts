import { describe, expect, it } from 'vitest';
import type { ImaginedIntent } from '../session/session.ts';
import { toWeighing, weighForm } from './weigh-schema.ts';

const intents: ImaginedIntent[] = ['i1', 'i2', 'i3'].map((id) => ({
  id,
  wants: id,
  good: '',
  next: '',
  weight: 1 / 3,
}));
const tools = [{ name: 'calendar', description: 'free times' }];
const weigh = (form: unknown) => toWeighing(weighForm.parse(form), intents, tools, ['team']);

describe('a weighing', () => {
  it('makes rows of the right length from lists, objects, one number and nothing', () => {
    const { answers } = weigh({
      answers: [
        { gist: 'list', fits: [9, 2], sure: 95, tokens: 100 },
        { gist: 'object', fits: { i3: 10, i1: '4/10' }, sure: '80%' },
        { gist: 'one', fits: 7, sure: 0.5 },
        { gist: 'none' },
        { fits: [1, 2, 3] },
      ],
    });
    expect(answers.map((answer) => answer.fits)).toEqual([
      [0.9, 0.2, 0.5],
      [0.4, 0.5, 1],
      [0.7, 0.7, 0.7],
      [0.5, 0.5, 0.5],
    ]);
    expect(answers.map((answer) => answer.sure)).toEqual([0.95, 0.8, 0.5, 0.9]);
  });

  it('finds the choice that each reply means, and adds one that was not listed', () => {
    const [question] = weigh({
      questions: [
        {
          ask: 'For whom?',
          choices: ['A friend', 'Work'],
          replies: ['a friend.', 'for work', 'the neighbours'],
          tool: 'calendar',
        },
      ],
    }).questions;
    expect(question).toEqual({
      text: 'For whom?',
      choices: ['A friend', 'Work', 'the neighbours'],
      replies: [0, 1, 2],
      tool: 'calendar',
    });
  });

  it('takes an empty reply for not knowing, and an unknown tool for none', () => {
    const [question] = weigh({
      questions: [{ ask: 'When?', choices: ['now'], replies: { i1: 'now' }, tool: 'oracle' }],
    }).questions;
    expect(question).toEqual({ text: 'When?', choices: ['now'], replies: [0, -1, -1] });
  });

  it('assumes each person’s own answer when none was given, and leaves out goals that there are not', () => {
    const weighing = weigh({
      leads: [
        { goal: 'team', say: 'How many are you?', moment: 70 },
        { goal: 'x', say: 'y' },
      ],
    });
    expect(weighing.answers.map((answer) => answer.fits[0])).toEqual([1, 0.3, 0.3]);
    expect(weighing.leads).toEqual([{ goal: 'team', text: 'How many are you?', moment: 0.7 }]);
  });
});
