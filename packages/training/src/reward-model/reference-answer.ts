/**
 * Whether a reply gives the reference answer.
 *
 * Only what the reply settles on counts: an answer that stands somewhere among others, or in a question, gives nothing,
 * or a policy would learn to name everything.
 * @module
 */
import { goldNumber, numericScorer } from '@sente/lab';

/** Places where a reply settles on something, strongest first. */
const MARKS: readonly RegExp[] = [
  /####\s*([^\n]+)/g,
  /\\boxed\s*\{([^{}]*)\}/g,
  /<answer>([\s\S]*?)<\/answer>/gi,
  /\b(?:final\s+)?answer\b\s*(?:is|:|=)\s*([^\n]+)/gi,
];

/** True if `reply` settles on `answer`: the same number, or the same words but for case, punctuation and articles. */
export function givesAnswer(reply: string, answer: string): boolean {
  if (isNumber(answer)) {
    const found = numericScorer.extract(reply, answer);
    return found !== undefined && numericScorer.score(found, answer) === 1;
  }
  const wanted = normalised(answer);
  return wanted !== '' && settledOn(reply).some((text) => normalised(text) === wanted);
}

/** The answer is a number and nothing else, but for a unit of money or a percent sign. */
function isNumber(answer: string): boolean {
  const text = answer.split('####').at(-1) ?? '';
  return /^\s*[-+−]?[$€£]?\s*\d[\d,.]*\s*(?:\/\s*\d+)?\s*%?\s*$/.test(text) && goldNumber(answer) !== undefined;
}

/** The marked answer; without one the whole reply, or its last line. */
function settledOn(reply: string): readonly string[] {
  for (const mark of MARKS) {
    const last = [...reply.matchAll(mark)].at(-1)?.[1];
    if (last !== undefined) return [last, last.split(/(?<=\w)[.!]\s/)[0]];
  }
  return [reply, reply.trim().split('\n').at(-1) ?? ''];
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`"'“”‘’]/g, '')
    .replace(/[^\p{L}\p{N}.+#-]+/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\b(?:the|an?)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
