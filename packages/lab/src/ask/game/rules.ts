/**
 * The rules of guessing games: the exact best yes/no question each time, and guessing one by one.
 * @module
 */
import type { Agent, AgentTurn, Talk } from '../../agent/agent.ts';
import type { Shop } from '../../shop/shop.ts';
import { hearAssistant } from '../../users/hear-assistant.ts';
import { askable, bitsOf, type TableQuestion, valuesOf } from '../table-bits.ts';

/** A player's question: its words, and which of the things that are left "yes" would leave. */
interface Question {
  readonly text: string;
  readonly yes: readonly number[];
}

/** `halving`: the question that splits what is left best; `guessing`: one thing after the other. */
export const gameRules: readonly Agent[] = [rule('halving', false), rule('guessing', true)];

function rule(name: string, guesses: boolean): Agent {
  return {
    name,
    needsModel: false,
    begin: ({ shop, instructions }) => {
      const names =
        shop?.names ?? [...instructions.matchAll(/^\d+\. (.+?)(?: \([^()]*\))?$/gm)].map(([, thing]) => thing);
      const next = (left: readonly number[]): Question => {
        if (guesses || left.length === 1) return guess(names, left);
        const split = shop ? splitTable(shop, left) : splitList(names, left);
        return split ?? guess(names, left);
      };
      return player(
        next,
        names.map((_, k) => k),
        undefined,
      );
    },
  };
}

function player(
  next: (left: readonly number[]) => Question,
  start: readonly number[],
  last: Question | undefined,
): Talk {
  let left = start;
  let asked = last;
  return {
    async say(text): Promise<AgentTurn> {
      if (asked && /^\W*(?:yes|no)\b/i.test(text)) {
        const { yes } = asked;
        const isYes = /^\W*yes\b/i.test(text);
        const now = left.filter((k) => yes.includes(k) === isYes);
        left = now.length > 0 ? now : left;
      }
      asked = next(left);
      return { text: asked.text, act: 'ask' };
    },
    fork: () => player(next, left, asked),
  };
}

function guess(names: readonly string[], left: readonly number[]): Question {
  return { text: `Is it ${names[left[0]]}?`, yes: [left[0]] };
}

function splitList(names: readonly string[], left: readonly number[]): Question {
  const yes = left.slice(0, Math.floor(left.length / 2));
  return {
    text: yes.length === 1 ? `Is it ${names[yes[0]]}?` : `Is it one of these: ${yes.map((k) => names[k]).join('; ')}?`,
    yes,
  };
}

const heard: WeakMap<Shop, readonly (TableQuestion & { readonly text: string })[]> = new WeakMap();

/** Questions about one value, of those whose words are heard as they are meant. */
function questionsFor(shop: Shop): readonly (TableQuestion & { readonly text: string })[] {
  let questions = heard.get(shop);
  if (!questions) {
    questions = askable(shop.catalog).flatMap((attribute) => {
      const { label, values, type } = shop.catalog.attributes[attribute];
      return values.flatMap((name, value) => {
        if (type === 'boolean' && value === 1) return [];
        const text = type === 'boolean' ? `Should it be ${label}?` : `Is the ${label} ${name}?`;
        const asked = hearAssistant(shop, text).asked;
        return asked?.attribute === attribute && asked.value === value ? [{ attribute, value, text }] : [];
      });
    });
    heard.set(shop, questions);
  }
  return questions;
}

function splitTable(shop: Shop, left: readonly number[]): Question | undefined {
  let best: { bits: number; question: Question } | undefined;
  for (const { attribute, value, text } of questionsFor(shop)) {
    const bits = bitsOf(shop.catalog, left, { attribute, value }, 'all');
    if (bits <= (best?.bits ?? 1e-9)) continue;
    best = {
      bits,
      question: { text, yes: left.filter((item) => valuesOf(shop.catalog, attribute, item).includes(value as number)) },
    };
  }
  return best?.question;
}
