/**
 * All that strangers say, by kind: so that it can be held against what users in training say.
 * @module
 */
import * as answers from './answers.ts';
import { HURRY } from './hurry.ts';
import { REQUESTS, SMALL_TALK } from './openings.ts';
import { MORE_PIECES } from './pieces.ts';
import * as reactions from './reactions.ts';
import { RELIABILITY } from './reliability.ts';

/** Phrases with their places: `{v}`, `{a}`. */
export const strangerPhrases: Readonly<Record<string, readonly string[]>> = {
  'small talk': SMALL_TALK,
  requests: REQUESTS,
  hurried: HURRY.hurried,
  relaxed: HURRY.relaxed,
  unsure: RELIABILITY.unsure,
  'half-sure': RELIABILITY['half-sure'],
  sure: RELIABILITY.sure,
  'short answers': answers.SHORT_ANSWERS,
  'answers in full': answers.ANSWERS_IN_FULL,
  besides: answers.BESIDES,
  'not known': answers.NOT_KNOWN,
  'told before': answers.TOLD_BEFORE,
  'told that unclear': answers.STILL_NOT_KNOWN,
  taken: reactions.TAKEN,
  refused: reactions.REFUSED,
  reasons: reactions.REASONS,
  reminders: reactions.REMINDERS,
  'not helped': reactions.NOT_HELPED,
  pieces: MORE_PIECES,
};
