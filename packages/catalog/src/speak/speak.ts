/**
 * An act in words.
 * @module
 */
import type { Random } from '@sente/engine';
import type { CatalogAct } from '../domain/act.ts';
import { askAgain, sayQuestion } from './ask.ts';
import { sayChanged } from './changed.ts';
import { sayFact, sayInPassing } from './facts.ts';
import { join } from './grammar.ts';
import { sayRecommendation } from './recommend.ts';
import { sayRelaxations } from './relax.ts';
import { leftIn, type Scene } from './scene.ts';
import { sayAbstain } from './small-talk.ts';
import { createSpeaker, type Speaker, type Voice } from './voice.ts';

/** What is spoken about, and how it was spoken before. */
export interface SpeechContext extends Scene {
  readonly voice: Voice;
}

/** Words, and the voice to go on with. */
export interface Speech {
  /** Plain text; lists have one line an entry. Cells of the table occur in it as they are: show as text. */
  readonly text: string;
  readonly voice: Voice;
}

/** Puts an act into words. The same act, context and randomness give the same words. */
export function speak(act: CatalogAct, context: SpeechContext, random: Random): Speech {
  const speaker = createSpeaker(context.voice, random);
  const text = sayAct(speaker, context, act);
  return { text, voice: speaker.voice };
}

/** The same with a speaker at hand. */
export function sayAct(speaker: Speaker, scene: Scene, act: CatalogAct): string {
  const relaxing = act.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact] : []));
  if (act.kind === 'offer' && relaxing.length > 0) return sayRelaxations(speaker, scene, relaxing);
  if (act.kind === 'recommend' && relaxing.length > 0) return sayChanged(speaker, scene, act.items, relaxing);
  const facts =
    act.kind === 'offer' && act.facts.length === 1
      ? [sayFact(speaker, scene, act.facts[0])]
      : [sayInPassing(speaker, scene, act.facts)];
  switch (act.kind) {
    case 'ask':
      return join([...facts, allSeen(speaker, scene), sayQuestion(speaker, scene, act.attribute, act.value)]);
    case 'recommend':
      return join([sayRecommendation(speaker, scene, act.items, act.facts.length > 0), ...facts]);
    case 'offer':
      return join(facts);
    case 'abstain':
      return join([...facts, sayAbstain(speaker, scene)]);
  }
}

/** Everything that fits was turned down: then a question is about what is in the way. */
function allSeen(speaker: Speaker, scene: Scene): string {
  if (leftIn(scene) > 0) return '';
  const { one } = scene.index.catalog.noun;
  return speaker.say('ask.all-seen', [
    `You have seen every ${one} that fits, so something else must matter.`,
    'That was all that fits; what was in the way?',
    `There is no further ${one} like that, so let me ask one more thing.`,
  ]);
}

/** Comes back to an act after an aside: the question again in few words; a list is not read out a second time. */
export function sayAgain(speaker: Speaker, scene: Scene, act: CatalogAct): string {
  switch (act.kind) {
    case 'ask':
      return askAgain(speaker, scene, act.attribute, act.value);
    case 'recommend':
      return act.items.length === 1
        ? speaker.say('again.recommend-one', ['So, would you take it?', 'Does it suit you?', 'What do you say?'])
        : speaker.say('again.recommend', [
            'So, is it one of these?',
            'Is there one you like?',
            'Which one would it be, if any?',
          ]);
    case 'offer':
      return act.facts.length > 1
        ? speaker.say('again.choose', ['So, which of them?', 'Which one may it be?', 'What do you choose?'])
        : speaker.say('again.offer', ['So, would that do?', 'Is that all right, then?', 'What do you say to it?']);
    case 'abstain':
      return speaker.say('again.abstain', [
        'You can take back a wish, or start over.',
        'Tell me which wish may change, or say “start over”.',
      ]);
  }
}
