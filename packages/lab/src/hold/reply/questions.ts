/**
 * Questions in an assistant's words: which sentences ask, and which of them are addressed to the user in earnest.
 * @module
 */

/** Politeness in the form of a question: it wants no information. */
const COURTESY =
  /\b(?:would you like (?:me|to see|another|any|more|help)|do you want me to|shall i|should i (?:show|explain|go)|anything else|any(?:thing)? more i can|can i help|does (?:that|this) (?:help|make sense|work|look|sound)|is there anything|make sense|sound good|right|okay|ok)\b[^?]*\?$/i;

/** The sentences of a text. Marks inside numbers and names of functions end none; code is one sentence. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(```[\s\S]*?```)/)
    .flatMap((part) => (part.startsWith('```') ? [part] : part.split(/(?<=[.!?]["”')\]*_]{0,3})\s+|\n+/)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** True for a sentence that ends in a question mark. */
function isQuestion(sentence: string): boolean {
  return /\?["”')\]*_]{0,3}$/.test(sentence);
}

/** The questions that want something of the user. */
export function questionsOf(text: string): readonly string[] {
  return sentencesOf(text).filter(
    (sentence) => isQuestion(sentence) && !COURTESY.test(sentence.replace(/["”')\]*_]+$/, '')),
  );
}

/** Whether the reply asks the user anything in earnest. A question that heads a text and is answered in it asks nobody. */
export function asksUser(text: string): boolean {
  const sentences = sentencesOf(text);
  const asked = questionsOf(text);
  if (asked.length === 0) return false;
  const lastAsked = sentences.lastIndexOf(asked[asked.length - 1]);
  return lastAsked >= sentences.length - 2;
}

/** The text without its questions. */
export function withoutQuestions(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !isQuestion(sentence))
    .join('\n');
}
