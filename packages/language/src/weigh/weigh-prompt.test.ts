import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { weighPrompt } from './weigh-prompt.ts';

const transcript: Transcript = {
  messages: [{ at: 0, role: 'user', text: 'Is it an otter?', tools: [], attachments: 0 }],
  tools: [],
  isFormal: false,
};
const intents = ['i1', 'i2'].map((id) => ({ id, wants: id, good: '', next: '', weight: 0.5 }));
const session = (count: number, isReleased = false): Session => ({
  ...newSession(),
  intents: intents.slice(0, count),
  vault: { commitments: [{ id: 'v1', about: 'the animal', value: 'otter', isReleased, turn: 0 }] },
});
const nothing = { offers: false, goals: [], missing: '' };

describe('the weighing prompt', () => {
  it('keeps what is private in mind, and what was private once it may be told', () => {
    expect(weighPrompt(transcript, session(1), nothing)).toMatch(/say it nowhere[^<]*<[^>]*>\nthe animal: otter/);
    expect(weighPrompt(transcript, session(1, true), nothing)).toMatch(/may say now[^<]*<[^>]*>\nthe animal: otter/);
  });

  it('asks for questions only where people differ or details are missing, for offers and leads only where wanted', () => {
    const asksFor = (prompt: string) => ['questions', 'offers', 'leads'].filter((row) => prompt.includes(`"${row}":`));
    expect(asksFor(weighPrompt(transcript, session(1), nothing))).toEqual([]);
    expect(asksFor(weighPrompt(transcript, session(2), nothing))).toEqual(['questions']);
    expect(asksFor(weighPrompt(transcript, session(1), { ...nothing, missing: 'the date' }))).toEqual(['questions']);
    const goals = [{ id: 'g', goal: 'win' }];
    expect(asksFor(weighPrompt(transcript, session(1), { ...nothing, offers: true, goals }))).toEqual([
      'offers',
      'leads',
    ]);
  });
});
