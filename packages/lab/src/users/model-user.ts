/**
 * A user played by a language model, for any intent that can be told as text (`--user MODEL`).
 *
 * The prompt is short, holds the intent as data, and asks for one message at a time; the model says itself when it is
 * done, by a mark that nobody else sees.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { DATA_RULE, dataBlock } from '@sente/language';
import { generateText } from 'ai';
import type { Shop } from '../shop/shop.ts';
import { distinctPairs, isSwap, measureConduct } from './conduct.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { tellIntent } from './tell-intent.ts';
import type { Temperament, UserConduct, UserKind, UserTalk } from './user.ts';

/** A model was needed to play the user, and none was given. */
export class NoUserModelError extends Error {
  override readonly name = 'NoUserModelError';

  constructor() {
    super('this user is played by a language model: name one with --user MODEL');
  }
}

/** Ends a message when the user is done. */
export const DONE = '[END]';

interface Turn {
  readonly speaker: 'user' | 'assistant';
  readonly text: string;
}

type Turns = readonly Turn[];
type Measure = (turns: Turns, left: boolean) => UserConduct;

/** Plays an intent told as text. Leaks and contradictions are not measured: nobody but the model knows what the text means. */
export const modelUserKind: UserKind<string> = {
  name: 'model',
  begin: (intent, temperament, _, model) =>
    playByModel(intent, temperament, model, (turns) => ({
      leaks: 0,
      contradictions: 0,
      swaps: turns.filter(({ speaker, text }) => speaker === 'user' && isSwap(text)).length,
      stoppedEarly: 0,
      variety: distinctPairs(turns.flatMap(({ speaker, text }) => (speaker === 'user' ? [text] : []))),
    })),
};

/** Plays a shopper; measured like a scripted one. */
export function modelShopperKind(shop: Shop): UserKind<ShopperIntent> {
  return {
    name: 'model',
    begin: (intent, temperament, _, model) => playShopper(shop, intent, temperament, model),
  };
}

/** A shopper played by a model; `opening` is its first turn, where that was spoken for it. */
export function playShopper(
  shop: Shop,
  intent: ShopperIntent,
  temperament: Temperament,
  model: LanguageModelV4 | undefined,
  opening?: string,
): UserTalk {
  const measure: Measure = (turns, left) => measureConduct({ shop, intent, temperament, turns, left });
  return playByModel(tellIntent(shop, intent), temperament, model, measure, opening);
}

function playByModel(
  intent: string,
  temperament: Temperament,
  model: LanguageModelV4 | undefined,
  measure: Measure,
  opening?: string,
): UserTalk {
  if (!model) throw new NoUserModelError();
  const turns: Turn[] = opening === undefined ? [] : [{ speaker: 'user', text: opening }];
  let isDone = false;
  const speak = async (): Promise<string | undefined> => {
    const { text } = await generateText({
      model,
      instructions: userInstructions(temperament),
      messages: [{ role: 'user', content: userPrompt(intent, turns) }],
      maxRetries: 0,
    });
    isDone = text.includes(DONE);
    const said = text
      .replaceAll(DONE, '')
      .replace(/^\s*(?:customer|user|you)\s*:\s*/i, '')
      .trim();
    if (said === '') return undefined;
    turns.push({ speaker: 'user', text: said });
    return said;
  };
  return {
    open: async () => {
      const said = await speak();
      if (said !== undefined) return said;
      // A model that opens with nothing still has to open.
      turns.push({ speaker: 'user', text: 'Hello.' });
      return 'Hello.';
    },
    reply: async (assistant) => {
      turns.push({ speaker: 'assistant', text: assistant });
      if (isDone) return undefined;
      const said = await speak();
      if (said === undefined) isDone = true;
      return said;
    },
    conduct: () => measure(turns, isDone),
  };
}

const STYLES: Readonly<Record<Temperament['style'], string>> = {
  terse: 'You write in fragments, a few words at a time.',
  plain: 'You write one plain sentence or two.',
  chatty: 'You are talkative: some small talk around the point, but the point is there.',
};

/** The system prompt: the rules of the part, and how this person is. */
export function userInstructions({ style, guarded, volunteers, patience }: Temperament): string {
  return [
    'You play a customer in a chat with an assistant. Write only the customer’s next message.',
    'Stay the customer: never help, recommend, list options or ask what the assistant wants.',
    volunteers >= 0.3
      ? 'Tell one wish at a time; you may add one that nobody asked about.'
      : 'Tell one wish in your first message; after that only what you are asked about, one wish a message.',
    'If your notes do not answer a question, say that you do not mind. Never contradict your notes or invent wishes.',
    'If you are shown something wrong, say so, and which wish it breaks.',
    ...(guarded >= 0.5 ? ['You decline questions about yourself.'] : []),
    STYLES[style],
    `When you have got what you want, or it is clear that you cannot, or after about ${Math.min(patience, 20)} replies that did not help you, say so and end the message with ${DONE}.`,
    DATA_RULE,
  ].join('\n');
}

/** What the model sees each time: the notes, and the conversation so far. */
export function userPrompt(intent: string, turns: Turns): string {
  const lines = turns.map(({ speaker, text }) => `${speaker === 'user' ? 'Customer' : 'Assistant'}: ${text}`);
  const notes = `Your notes, which the assistant does not see:\n${dataBlock("the customer's notes", intent)}`;
  if (lines.length === 0) return `${notes}\n\nThe chat begins. Write the customer's first message.`;
  return `${notes}\n\nThe chat so far:\n${dataBlock('the chat', lines.join('\n\n'))}\n\nWrite the customer's next message.`;
}
