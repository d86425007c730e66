/**
 * Numbers on the surface of a negotiation so far, in the manner of what a reader without understanding would count.
 * @module
 */
import type { Negotiation } from './read-casino.ts';

const COUNTED: readonly RegExp[] = [
  /\?/g,
  /!/g,
  /\b\d+\b|\b(?:one|two|three)\b/gi,
  /\b(?:deal|agree[ds]?|sounds? (?:good|great|fair)|works? for me|perfect|okay|ok|yes|sure)\b/gi,
  /\b(?:no|not|can'?t|cannot|won'?t|don'?t|unfair|but|however|unfortunately)\b/gi,
  /\b(?:please|thanks?|thank you|appreciate|sorry|hope|happy|great|nice|enjoy|fun)\b/gi,
  /\b(?:need|must|have to|require)\b/gi,
  /\b(?:we|us|our|both|share|fair|even|split|together)\b/gi,
  /\b(?:i|me|my|mine)\b/gi,
  /\p{Extended_Pictographic}/gu,
];

/** Counts by word, and some of the last turn alone: finite numbers, as many for every prefix. */
export function surfaceFeatures(lines: Negotiation['lines']): readonly number[] {
  const text = lines.map((line) => line.text).join('\n');
  const words = count(text, /\S+/g);
  const [last] = lines.slice(-1);
  const bySpeaker = [1, 2].map((speaker) => lines.filter((line) => line.speaker === speaker));
  const spoken = bySpeaker.map((own) => own.reduce((sum, line) => sum + count(line.text, /\S+/g), 0));
  return [
    lines.length,
    Math.log(1 + words),
    words / lines.length,
    Math.abs(spoken[0] - spoken[1]) / Math.max(1, words),
    ...COUNTED.map((pattern) => count(text, pattern) / Math.max(1, words)),
    count(last.text, COUNTED[3]),
    count(last.text, COUNTED[4]),
    Math.log(1 + count(last.text, /\S+/g)),
  ];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
