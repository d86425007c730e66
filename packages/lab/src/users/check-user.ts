/**
 * Checks that a kind of user keeps what a measurement rests on: that it speaks from its intent and its dice and from nothing
 * else, says something in every turn, ends, and does nothing wrong by its own meter.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import { type Finding, Findings, fingerprint } from '@sente/engine/testing';
import { distinctPairs, isSwap } from './conduct.ts';
import { TEMPERAMENTS } from './temperaments.ts';
import type { Temperament, UserKind, UserTalk } from './user.ts';

/** What to check. */
export interface UserKindCheck<Intent> {
  readonly kind: UserKind<Intent>;
  /** At least two, which should be told apart by what is said. */
  readonly intents: readonly Intent[];
  /** The assistant's turns, in order; none of them should end the conversation at once. */
  readonly assistant: readonly string[];
  readonly temperaments?: readonly Temperament[];
  readonly seed?: number | string;
  readonly model?: LanguageModelV4;
  /** Turns that help nobody, after which a user should have left; 100 by default. */
  readonly longest?: number;
}

/** Least distinct two-word sequences by all of them: below it, a user says the same again and again. */
const LEAST_VARIETY = 0.2;

/** Talks to the user: alone, again, beside another, and until it leaves. */
export async function checkUser<Intent>(check: UserKindCheck<Intent>): Promise<readonly Finding[]> {
  const { kind, intents, assistant, seed = 1, model, longest = 100 } = check;
  const temperaments = check.temperaments ?? Object.values(TEMPERAMENTS);
  const findings = new Findings();
  const random = createRandom(seed);
  const begin = (intent: Intent, i: number): UserTalk =>
    kind.begin(intent, temperaments[i % temperaments.length], random.split(i), model);
  const words = new Set<string>();
  for (const [i, intent] of intents.entries()) {
    const who = `intent ${i}`;
    const before = fingerprint(intent);
    const talk = begin(intent, i);
    const said = await hold(talk, assistant);
    findings.expect('intents are left alone', fingerprint(intent) === before, () => `${who} was changed`);
    findings.expect('the same seed says the same', same(said, await hold(begin(intent, i), assistant)), () => who);
    const copy = structuredClone(intent);
    findings.expect('an equal intent says the same', same(said, await hold(begin(copy, i), assistant)), () => who);
    findings.expect(
      'every turn says something',
      said.every((text) => text.trim() !== ''),
      () => `${who}: ${JSON.stringify(said)}`,
    );
    const swap = said.find(isSwap);
    findings.expect('no turn is spoken as the assistant', swap === undefined, () => `${who}: “${swap}”`);
    findings.expect(
      'it does not repeat itself',
      distinctPairs(said) >= LEAST_VARIETY,
      () => `${who}: ${said.join(' / ')}`,
    );
    checkConduct(talk, who, findings);
    const beside = await together(begin(intent, i), begin(intents[(i + 1) % intents.length], i), assistant);
    findings.expect('conversations do not hear each other', same(said, beside), () => who);
    words.add(fingerprint(await hold(begin(intent, 0), assistant)));
    await checkEnd(begin(intent, i), longest, who, findings);
  }
  findings.expect('what is said depends on the intent', words.size > 1, () => `all ${intents.length} say the same`);
  return findings.list();
}

/** What a user says to these turns, until it leaves. */
async function hold(talk: UserTalk, assistant: readonly string[]): Promise<string[]> {
  const said = [await talk.open()];
  for (const text of assistant) {
    const turn = await talk.reply(text);
    if (turn === undefined) break;
    said.push(turn);
  }
  return said;
}

/** What the first of two says, the two being talked to by turns. */
async function together(one: UserTalk, other: UserTalk, assistant: readonly string[]): Promise<string[]> {
  const said = [await one.open()];
  await other.open();
  for (const text of assistant) {
    await other.reply(text);
    const turn = await one.reply(text);
    if (turn === undefined) break;
    said.push(turn);
  }
  return said;
}

function checkConduct(talk: UserTalk, who: string, findings: Findings): void {
  const { leaks, contradictions, swaps, stoppedEarly, variety } = talk.conduct();
  findings.expect('it leaks nothing', leaks === 0, () => `${who}: ${leaks} times`);
  findings.expect(
    'it contradicts nothing that it wants',
    contradictions === 0,
    () => `${who}: ${contradictions} times`,
  );
  findings.expect('it swaps no roles', swaps === 0, () => `${who}: ${swaps} times`);
  findings.expect('it does not stop early', stoppedEarly === 0, () => who);
  findings.expect('variety is a share', variety >= 0 && variety <= 1, () => `${who}: ${variety}`);
}

async function checkEnd(talk: UserTalk, longest: number, who: string, findings: Findings): Promise<void> {
  await talk.open();
  let turns = 0;
  while (turns < longest && (await talk.reply('Well, well.')) !== undefined) turns++;
  findings.expect('it leaves in the end', turns < longest, () => `${who} was there after ${longest} turns`);
  findings.expect(
    'who has left stays away',
    turns === longest || (await talk.reply('Hello?')) === undefined,
    () => who,
  );
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return fingerprint(a) === fingerprint(b);
}
