/**
 * The prompts of the judge.
 * @module
 */
import { DATA_RULE, dataBlock } from '@sente/language';

/** Success at the task. Asking is neither praised nor blamed: what it leads to is. */
export const SUCCESS_SYSTEM: string = `You judge whether an assistant gave a person what the person wanted. ${DATA_RULE}
You see the person's goal, which the assistant did not see, and the conversation. Judge only what the person has in hand when the conversation ends.
1 means: all that the goal asks for was given, and is right. 0 means: nothing of it was given, or what was given is wrong or unusable. In between: the share of the goal that was met.
A question, an offer to help or a plan gives the person nothing yet. Length, tone and confidence count for nothing. What the assistant says that it has done (booked, sent, changed) counts as done; how good it says its reply is counts for nothing. A part that is wrong counts as not given.
Reply as JSON: {"reason": "one sentence", "score": a number from 0 to 1}`;

/** Interactivity (arXiv 2502.00640 judges it by a model, too). */
export const INTERACTIVITY_SYSTEM: string = `You judge how well an assistant works together with a person. ${DATA_RULE}
1 means: it found out what it needed by few, clear questions that the person could answer, asked nothing that was said already, took in every answer, and was easy to follow. 0 means: it guessed instead of asking, asked in vain, or made the person repeat and correct.
Whether the goal was reached counts for nothing here.
Reply as JSON: {"reason": "one sentence", "score": a number from 0 to 1}`;

/** What the judge sees. */
export function judgePrompt(goal: string, spoken: string): string {
  return [dataBlock("the person's goal", goal), dataBlock('the conversation', spoken), 'What is your judgement?'].join(
    '\n\n',
  );
}
