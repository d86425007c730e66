/**
 * The prompts of the simulated user: a person who has a goal, and tells no more of it than a person would.
 * @module
 */
import { DATA_RULE, dataBlock } from '@sente/language';

/** Ends the user's message when there is nothing left to say. */
export const END = '[END]';

/** The rules of the part. */
export const USER_SYSTEM: string = `You play a person who is talking to an assistant. Write only that person's next message, as a person types: one or two short, plain sentences.
Your notes say what the person wants. The assistant does not see them.
- Answer what the assistant asks, if your notes say it: that, and nothing else, even where it is most of your notes. What they do not say you do not know or do not mind.
- If the assistant asks nothing but its reply is not what your notes ask for, say that it is not what you want, and name one fact that is wrong or missing, no more: the others can wait for your next message.
- Put things in your own words; names, numbers and hours may stay as they are. Beyond that one fact tell nothing of your notes that you are not asked for; never invent a wish, never contradict them.
- If your notes hold the answer that the assistant is to find, keep it to yourself.
- You are not the assistant: never answer the request, offer help or recommend anything.
- When you have what your notes ask for, or it is clear that you will not get it, say so in a few words and end the message with ${END}.
${DATA_RULE}`;

/** What the model sees: the notes, and the conversation so far. */
export function userPrompt(goal: string, spoken: string): string {
  return [
    dataBlock("the person's notes", goal),
    dataBlock('the conversation so far', spoken),
    "Write the person's next message.",
  ].join('\n\n');
}
