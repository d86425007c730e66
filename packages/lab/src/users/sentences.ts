/**
 * A turn cut into sentences, and what each is for.
 * @module
 */

/** One sentence or line of a turn. Positions are into the text that was cut. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  /** Ends in a question mark, or asks to be told something. */
  readonly asks: boolean;
  /** A line of a list: "1. …", "- …". */
  readonly listed: boolean;
}

const TELL =
  /\b(?:tell me|let me know|please (?:share|specify|state|give|name|provide)|i(?:'d| would) (?:like|love|need) to know|i need to know|could you (?:share|specify)|say)\b[^.]*?\b(?:what|which|how|when|where|whether|your|who|if you)\b/;

/** An invitation to agree, not a question of its own: "say so if that suits you". */
export const INVITATION: RegExp =
  /\b(?:say so|tell me if|let me know if|name one|a yes will do|if (?:that|this|either|one of (?:those|them)) (?:is|suits?|would|works?)|if you like|sounds? good)\b/;

/** Cuts a plain text. */
export function sentencesIn(plain: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const line of plain.split('\n')) {
    const mark = /^\s*(?:\d{1,2}[.)]|[-•–])\s+/.exec(line);
    // A list's number is no end of a sentence; neither is a full stop within a number or before a small letter.
    const body = mark ? line.slice(mark[0].length) : line;
    let from = at + (mark ? mark[0].length : 0);
    for (const piece of mark ? [body] : body.split(/(?<=[.!?…]["')]?)\s+(?=\S)/)) {
      const text = piece.trim();
      if (text !== '') {
        const start = plain.indexOf(text, from);
        const asks =
          /\?["')]*$/.test(text) || (/\?/.test(text) && mark === null) || (TELL.test(text) && !INVITATION.test(text));
        sentences.push({ text, from: start, asks, listed: mark !== null });
        from = start + text.length;
      }
    }
    at += line.length + 1;
  }
  return sentences;
}
