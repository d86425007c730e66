/**
 * A server with a scripted language model, for tests: a letter whose reader is not known, and a secret.
 * @module
 */
import { type Script, type ScriptedModel, scriptedModel } from '@sente/language/testing';
import type { SenteServer } from '../app.ts';
import type { OpenOptions } from '../open/open-options.ts';
import { ask, lampServer } from './ask.ts';

/** Two people may want this letter, and one reply tells which. */
export const LETTER: Readonly<Record<string, Script>> = {
  bare: ({ before }) => `Reply ${before + 1} of the model.`,
  read: [
    {
      kind: 'new',
      wishes: [['A letter.', 'Write me a letter']],
      users: [
        { wants: 'a letter to a friend', good: 'warm', next: '', share: 60 },
        { wants: 'a letter to the bank', good: 'formal', next: '', share: 40 },
      ],
    },
    { kind: 'reply', fits: { i1: 0, i2: 10 }, facts: [['It is for the bank.', 'the bank']] },
  ],
  weigh: {
    answers: [
      { gist: 'a warm letter', fits: [10, 1], sure: 100, tokens: 150 },
      { gist: 'a formal letter', fits: [1, 10], sure: 100, tokens: 150 },
    ],
    questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
  },
};

/** The secret that `SECRET` keeps. */
export const OTTER = 'otter';

/** An animal to be guessed: decided on in secret, and named by every text that could give it away. */
export const SECRET: Readonly<Record<string, Script>> = {
  bare: 'I have an animal in mind. Ask away!',
  read: {
    kind: 'new',
    wishes: [['An animal to guess, namely the otter.', 'Think of an animal']],
    users: [
      { wants: 'to guess the otter', good: 'truth', next: 'is it an otter?', share: 50 },
      { wants: 'to guess another animal', good: 'truth', next: '', share: 50 },
    ],
    decide: 'an animal to guess',
  },
  weigh: { answers: [{ gist: 'say that it is an otter', fits: [9, 9], sure: 100, tokens: 20 }] },
  commit: { decision: OTTER },
};

/** A server whose model is scripted, and set from the start. */
export function openServer(
  scripts: Readonly<Record<string, Script>> = LETTER,
  open: OpenOptions = {},
): { readonly server: SenteServer; readonly model: ScriptedModel; readonly opened: { id: string; key?: string }[] } {
  const model = scriptedModel(scripts);
  const opened: { id: string; key?: string }[] = [];
  const server = lampServer({
    open: {
      model: { id: 'ollama:scripted' },
      openModel: (id, key) => {
        opened.push({ id, key });
        return model;
      },
      ...open,
    },
  });
  return { server, model, opened };
}

/** Opens a conversation and gives its address. */
export async function openConversation(server: SenteServer, json: object = {}): Promise<string> {
  const { body } = await ask(server, 'POST', '/api/open/conversations', { json });
  return `/api/open/conversations/${body.conversation}`;
}
