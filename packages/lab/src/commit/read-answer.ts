/**
 * Reads yes or no, and "I have one", off an assistant's words.
 * @module
 */
import { plain } from './plain.ts';

const YES =
  /^(?:(?:ah|oh|well|hm+|ha|haha|wow|okay|ok|so|and|bingo|congratulations|great|good|nice|excellent)[ ,!.]+)*(?:yes|yep|yeah|yup|aye|correct|right|exactly|indeed|precisely|certainly|of course|sure|absolutely|true|thats (?:it|right|correct|the one)|you(?:ve| have)? (?:got|guessed|found) it|youre right|it is|it does|they are|there (?:is|are)|it was|he is|she is|i do|i am)\b(?! not)/;
const NO =
  /^(?:(?:ah|oh|well|hm+|ha|haha|okay|ok|so|and|good|nice|sorry|alas|im sorry|im afraid|unfortunately|close|not bad|good guess|nice (?:try|guess)|good try)[ ,!.]+(?:but )?)*(?:no|nope|nah|not|wrong|incorrect|false|its not|it isnt|it is not|thats not|that isnt|that is not|it doesnt|it does not|they arent|they are not|there (?:isnt|arent|is no|are no)|it wasnt|it was not|try again|guess again)\b/;

/** True for yes, false for no, undefined when it is neither. Read off the beginning, then off the first sentence. */
export function readYesNo(reply: string): boolean | undefined {
  const text = plain(reply);
  if (NO.test(text)) return false;
  if (YES.test(text)) return true;
  const [sentence] = text.split(/[.!?\n]/);
  const [yes, no] = [
    /\b(?:yes|correct|right|it is|it does)\b(?! not)/.test(sentence),
    /\b(?:no|not|isnt|doesnt|wrong|incorrect)\b/.test(sentence),
  ];
  return yes === no ? undefined : yes;
}

/** Whether a reply says that something has been thought of. A refusal, and a change of subject, do not. */
export function saysItHasOne(reply: string): boolean {
  const text = plain(reply);
  if (
    /\b(?:cant|cannot|cant really|unable|wont|dont play|not able|dont understand|didnt understand|did not understand|no games)\b/.test(
      text,
    )
  )
    return false;
  if (
    /\b(?:i have (?:one|it|a|my|thought|picked|chosen)|ive (?:got|thought|picked|chosen|a)|i(?:m| am) thinking of|got (?:one|it)|ready|done|picked|chosen|in mind|go ahead|ask away|guess away|first (?:guess|question)|start guessing|whats your)\b/.test(
      text,
    )
  )
    return true;
  return readYesNo(reply) === true;
}
