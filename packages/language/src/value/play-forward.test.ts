import { describe, expect, it } from 'vitest';
import type { LanguageAct } from './act.ts';
import { DEFAULT_COSTS } from './costs.ts';
import { type ImaginedTurn, isQuestion } from './imagined-turn.ts';
import { worthOf } from './play-forward.ts';

const weighing = (sure: number) => ({
  answers: [{ gist: 'it', fits: [1], sure, tokens: 10, isRecommendation: false }],
  questions: [],
  offers: [],
  leads: [],
});
const act = (kind: LanguageAct['kind']): LanguageAct => ({ kind, id: kind, text: '' });
const talk = (...texts: string[]): ImaginedTurn[] =>
  texts.map((text, i) => ({ role: i % 2 === 0 ? 'assistant' : 'user', text }));
const worth = (kind: LanguageAct['kind'], turns: ImaginedTurn[], missed = 0, sure = 1): number =>
  worthOf({ weighing: weighing(sure), costs: { ...DEFAULT_COSTS, tokens: 0 }, interactivity: 0 }, act(kind), 0, turns, {
    served: 1,
    missed,
    interactivity: 1,
  });

describe('the worth of a played conversation', () => {
  it('takes off a turn and a question for asking, and nothing else', () => {
    expect(worth('answer', talk('Here.'))).toBe(1);
    expect(worth('ask', talk('Which?', 'red', 'Here.'))).toBeCloseTo(1 - 0.04 - 0.04);
  });

  it('takes off the turn and the miss for a wrong guess', () => {
    expect(worth('answer', talk('Here.', 'no, red', 'Here.'), 1)).toBeCloseTo(1 - 0.04 - 0.2);
  });

  it('counts what may be made up', () => {
    expect(worth('answer', talk('Here.'), 0, 0.8)).toBeCloseTo(0.8 - 0.2 * 0.5);
  });

  it('knows a reply that does nothing but ask', () => {
    expect(['Which one?', '¿Cuál prefieres?', 'どれですか？'].map(isQuestion)).toEqual([true, true, true]);
    expect(['Take this.', 'Take this:\n- one\nAnything else?'].map(isQuestion)).toEqual([false, false]);
  });
});
