/**
 * A reply as sentences, without what is quoted, code or a heading: only what the speaker itself says to the listener.
 * @module
 */

/** One sentence, and whether another one of the same paragraph follows. */
interface Sentence {
  readonly text: string;
  /** The next sentence of the same paragraph. */
  readonly next?: string;
}

const FENCED = /```[\s\S]*?(?:```|$)/g;
const INLINE_CODE = /`[^`\n]*`/g;
/** A quotation that holds a question mark: somebody else's question, told. Apostrophes are no quotation marks. */
const QUOTED = /“[^”\n]*”|"[^"\n]*"|«[^»\n]*»/g;
const HEADING = /^\s{0,3}#{1,6}\s.*$/gm;
const BLOCK_QUOTE = /^\s{0,3}>.*$/gm;
const MARK_UP = /\*\*|__|(?<=\s|^)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[?!.,])/g;
const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;
/** A stop, its closing marks, then a space before whatever may begin a sentence. Stops within "e.g." or "2.5" are none. */
const BOUNDARY = /(?<=(?<!\b(?:e\.g|i\.e|etc|vs|approx|no|Mr|Mrs|Dr|St))[.!?…]["”»)]*)\s+(?=[\p{Lu}\p{N}“"«(¿])/u;

/** The sentences of a reply, in order; paragraphs are lines. */
export function splitSentences(reply: string): readonly Sentence[] {
  const said = reply
    .replace(FENCED, ' ')
    .replace(INLINE_CODE, ' ')
    .replace(HEADING, ' ')
    .replace(BLOCK_QUOTE, ' ')
    // A word is left in a quotation's place, so that what stands around it stays a sentence.
    .replace(QUOTED, (quotation) => (quotation.includes('?') ? '“…”' : quotation))
    .replace(MARK_UP, '');
  return said.split(/\n+/).flatMap((line) => {
    const sentences = line
      .replace(BULLET, '')
      .split(BOUNDARY)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== '');
    return sentences.map((text, k) => ({ text, ...(k + 1 < sentences.length && { next: sentences[k + 1] }) }));
  });
}
