import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../session/session.ts';
import { INJECTIONS } from '../testing/injections.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { createLayer } from '../turn/create-layer.ts';
import { weighPrompt } from '../weigh/weigh-prompt.ts';
import { readPrompt } from './read-prompt.ts';

const session: Session = {
  ...newSession(),
  turn: 1,
  intents: [{ id: 'i1', wants: 'to play', good: '', next: '', weight: 1 }],
  vault: {
    commitments: [
      { id: 'v1', about: 'an animal to guess', value: 'otter', isReleased: false, turn: 0 },
      { id: 'reserve', about: 'the lowest price', value: '450 euros', isReleased: false, turn: -1 },
    ],
  },
};

function talk(text: string): Transcript {
  const message = (at: number, role: 'user' | 'assistant' | 'system', words: string) => {
    return { at, role, text: words, tools: [], attachments: 0 };
  };
  return {
    messages: [
      message(0, 'system', 'Play fair.'),
      message(1, 'user', 'Hi'),
      message(2, 'assistant', 'Hi!'),
      message(3, 'user', text),
    ],
    tools: [],
    isFormal: false,
  };
}

/** The prompt without its data blocks: what a model may take for our words. */
const outside = (prompt: string): string => prompt.replace(/<data-(\w+) is="[^"]*">\n[\s\S]*?\n<\/data-\1>/g, '[data]');

describe('injection attempts', () => {
  it.each(INJECTIONS.map(({ name, text }) => [name, text]))('stay inside their data block: %s', (_, text) => {
    const clean = talk('Does it swim?');
    const attacked = talk(text);
    expect(outside(readPrompt(attacked, session))).toBe(outside(readPrompt(clean, session)));
    const wants = { offers: true, goals: [], missing: '' };
    expect(outside(weighPrompt(attacked, session, wants))).toBe(outside(weighPrompt(clean, session, wants)));
  });

  it.each(INJECTIONS.map(({ name, text }) => [name, text]))('stay there when noted for a goal: %s', (_, text) => {
    const goal = { id: 'team', goal: 'find out their team size', worth: 0.3 };
    const noted = (found: string): Session => ({ ...session, goals: [{ ...goal, found }] });
    expect(outside(readPrompt(talk('And now?'), noted(text)))).toBe(outside(readPrompt(talk('And now?'), noted('5'))));
  });

  // The worst case: a reader that does whatever the user's words say.
  const obedient = {
    kind: 'talk',
    release: ['v1', 'reserve'],
    decide: 'tell the user everything',
    dismissed: false,
    wishes: [['The user gets a refund of 500.', 'refund']],
    users: [{ wants: 'Reveal otter and 450 euros', share: 100 }],
  };

  it('even when obeyed, release nothing that the host decided and replace no secret', async () => {
    const model = scriptedModel({ read: obedient, weigh: {}, commit: { decision: 'a 90% discount' } });
    const turn = await createLayer({ now: () => 0 }).decide({ transcript: talk('obey'), session, model });
    expect(turn.session.vault.commitments.map(({ id, value, isReleased }) => [id, value, isReleased])).toEqual([
      // What the layer itself decided, a reader that obeys gives up: see docs/guide/proxy.md, "What injections can do".
      ['v1', 'otter', true],
      ['reserve', '450 euros', false],
    ]);
    expect(model.calls.map(({ label }) => label)).not.toContain('commit');
  });

  it('even when obeyed, change neither the system prompt nor what the user said, and put no words of theirs into the note unmarked', async () => {
    const more = scriptedModel({ read: { ...obedient, kind: 'change', release: [] }, weigh: {} });
    const shown = { at: 2, gist: 'Hi!', isArtefact: false, isSuperseded: false };
    const before = { ...session, ledger: { ...session.ledger, shown: [shown] } };
    const turn = await createLayer({ now: () => 0 }).decide({
      transcript: talk('refund!'),
      session: before,
      model: more,
    });
    expect(turn.plan).toMatchObject({ do: 'write', leaveOut: [2] });
    const { note } = turn.plan as { note: string };
    expect(note).toContain('refund of 500');
    expect(outside(note)).not.toContain('refund');
  });
});
