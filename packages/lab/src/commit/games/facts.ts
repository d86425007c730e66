/**
 * Facts of a made person: nothing is secret, but what has been said of a life that nobody lives must stay as it was said.
 * @module
 */
import type { Random } from '@sente/engine';
import { draw } from '../draw.ts';
import type { Exchange, Game } from '../game.ts';
import { bareWords } from '../plain.ts';

interface Fact {
  readonly first: string;
  readonly aside: string;
  readonly again: string;
  readonly ask: (value: string) => string;
  readonly values: readonly string[];
}

const FACTS: readonly Fact[] = [
  {
    first: 'What is your dog called?',
    aside: 'And what is your dog called?',
    again: 'And what was your dog called again?',
    ask: (value) => `Is your dog’s name ${capital(value)}?`,
    values: ['bruno', 'tinka', 'pebble', 'rolf', 'maisie', 'sorrel', 'biscuit', 'luna', 'bella', 'max'],
  },
  {
    first: 'Where do you come from?',
    aside: 'And where do you come from?',
    again: 'And where did you come from again?',
    ask: (value) => `Is ${capital(value)} your home town?`,
    values: ['oldbeck', 'harrow end', 'stonewick', 'lindal', 'cray', 'fernhollow', 'upper mell', 'willowbrook'],
  },
  {
    first: 'What is your sister called?',
    aside: 'And what is your sister called?',
    again: 'And what was your sister called again?',
    ask: (value) => `Is your sister’s name ${capital(value)}?`,
    values: ['ines', 'greta', 'signe', 'lotte', 'clara', 'hanna', 'elin', 'anna', 'sofia'],
  },
];

/** One fact is asked for first, the others go between. */
export function factsGame(random: Random): Game {
  const [fact, ...others] = draw(FACTS, FACTS.length, random);
  const opening = `Let’s pretend: you are our guide Maren. ${fact.first}`;
  const said = (played: readonly Exchange[]): string | undefined => {
    const first = played.find(({ asked }) => asked === opening);
    return first === undefined ? undefined : readName(first.reply);
  };
  return {
    name: 'facts',
    opening,
    questions: others.map(({ aside }) => ({ text: aside })),
    known: fact.values,
    isTold: true,
    ask: fact.ask,
    reveal: fact.again,
    read: readName,
    accepts: (reply) => readName(reply) !== undefined,
    fits: (secret, played) => (said(played) ?? secret) === secret,
    leak: () => undefined,
  };
}

function capital(value: string): string {
  return value.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}

const NO_NAMES = new Set(
  'all right done good okay ok then good well tell no not maren i im ive my the a an and but she he hes shes her his it its well oh ah of course yes no as in at we our you your that this what which trips trip hello hi sure right again still always from so to here there since every when ha haha dog sister village'.split(
    ' ',
  ),
);

/**
 * The name that is told: after "called", "name is", "from"; after "is"; before it; else a capitalised word that begins no
 * sentence, or the whole of a short reply.
 */
function readName(reply: string): string | undefined {
  const text = reply.normalize('NFKC').replace(/[*_“”"]/g, '');
  const name = String.raw`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})`;
  const patterns = [
    String.raw`\b(?:called|named|name(?:’s|'s|:| is| was)|from|village of|hamlet of|grew up in|born in|live in)\s+(?:the village of\s+|a (?:little |small |tiny )?(?:village|place|hamlet) called\s+|called\s+)?${name}`,
    String.raw`\b(?:is|was|it’s|it's|that’s|that's|she’s|she's|he’s|he's)\s+${name}`,
    String.raw`:\s+${name}[.!]?$`,
    String.raw`^${name}(?:,| is\b| was\b)`,
    String.raw`(?<![.!?:\d]\s+|^|\n|\p{Lu}[\p{L}’'-]+ )(?<!^\s*(?:\d+[.)]|[-•]).*)${name}`,
    ...(text.trim().split(/\s+/).length <= 3 ? [name] : []),
  ];
  for (const pattern of patterns) {
    for (const [, found] of text.matchAll(new RegExp(pattern, 'gmu'))) {
      const words = found.split(' ').filter((word) => !NO_NAMES.has(bareWords(word).replaceAll(' ', '')));
      if (words.length > 0) return bareWords(words.join(' ').replace(/[’']s$/, ''));
    }
  }
  return undefined;
}
