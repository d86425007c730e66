/**
 * Words of the model as people write them: "I would take the small red bag. How about it?". The tokenizer reads it back as
 * the words that it was.
 * @module
 */

/** Spells word after word: what to write behind what was written so far. */
export function createSpelling(): (word: string) => string {
  let isFirst = true;
  let beginsSentence = true;
  let isJoined = false;
  return (word) => {
    const isMark = /^[.,?!;:']$/.test(word);
    const space = isFirst || isMark || isJoined ? '' : ' ';
    const written = beginsSentence || word === 'i' ? capital(word) : word;
    isFirst = false;
    isJoined = word === "'";
    beginsSentence = /^[.?!]$/.test(word) || (beginsSentence && isMark);
    return space + written;
  };
}

/** A whole reply at once: words with spaces between them. */
export function spellOut(words: string): string {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map(createSpelling())
    .join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
