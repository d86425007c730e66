/**
 * A probability from words: a model (or a person) was asked for a percentage and answered in a sentence.
 *
 * Source: stated confidence after Tian et al., "Just ask for calibration", 2023, arXiv 2305.14975. What models state is
 * often too confident: calibrate it.
 * @module
 */

const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d{1,6})?|[.,]\d{1,6})`;
const UNIT = String.raw`(?:%|％|per ?cent\b|pct\b|prozent\b|pour cent\b|por ciento\b)`;
const COUNTED = /\b(one|two|three|four|five|six|seven|eight|nine|ten|hundred)\b/giu;
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Every way to put a probability, the longest first: a range's ends must not be read on their own. */
const STATED = new RegExp(
  [
    String.raw`(?<even>fifty[- ]fifty|50\s?[/:–-]\s?50)`,
    String.raw`(?<both>between\s)?\s*(?<low>${NUMBER})\s*(?<lowUnit>${UNIT})?\s*(?<join>-|–|—|to\b|and\b)\s*(?<high>${NUMBER})\s*(?<highUnit>${UNIT})?`,
    String.raw`(?<part>\d{1,3})\s*(?:out of(?: a)?|of|in(?: a)?|/)\s*(?<whole>\d{1,3}|1,?000)(?!\d)`,
    String.raw`(?<percent>${NUMBER})\s*${UNIT}`,
    String.raw`(?<fraction>[01]?[.,]\d{1,6})`,
  ]
    // Not inside a longer number, a word or a negative number.
    .map((way) => String.raw`(?<![\w.,−-])${way}(?![\w]|[.,]\d)`)
    .join('|'),
  'giu',
);

// A label that has its own number already (“a 70% chance and 30% …”) is none for the next.
const LABEL =
  /(?<!%\s?)\b(?:probability|chances?|likelihood|confidence|odds|wahrscheinlichkeit)\b[^.,;!?\d\n]{0,40}$/iu;
const FOLLOWED = /^\W{0,3}(?:chances?|likely|likelihood|probab|sure|certain|confiden)/iu;
const LABELLED_WHOLE =
  /\b(?:probability|chances?|likelihood|confidence)[\s:=*~]*(?:is|of|at|about)?[\s:=*~]*(\d{1,3})(?![\d.,%\w])/iu;
const ALONE = /^[\s"'“”*(~]*(?:about |around |approximately )?(\d{1,3})(?![\d])[\s"'“”*).]*$/u;

/**
 * The probability that a text states, from 0 to 1; undefined if it states none. Reads “70%”, “70 percent”, “0.7”, “0,7”,
 * “about 7 out of 10”, “one in four”, “7/10”, “fifty-fifty”, “between 60 and 80%” (its middle), and “70” where nothing
 * else is said or a label stands before it (a lone “1” could mean 1% or certainty, and is not read).
 *
 * Of several, the last with a label before it counts (“probability: 70%”), else the first with one after it (“a 70% chance
 * that …”), else the last. It does not understand the sentence: “a 30% chance that it fails” is 0.3.
 */
export function probabilityFromStated(text: string): number | undefined {
  const digits = text
    .slice(-4000)
    .replace(/\b[a-z]+ (?:out of|in)(?: an?)? [a-z]+\b/giu, (phrase) =>
      phrase.replace(COUNTED, (word) =>
        String(word.toLowerCase() === 'hundred' ? 100 : WORDS.indexOf(word.toLowerCase())),
      ),
    );
  const found = [...digits.matchAll(STATED)].flatMap((match) => {
    const value = mentioned(match.groups!);
    if (value === undefined || !(value >= 0 && value <= 1)) return [];
    const before = digits.slice(Math.max(0, match.index - 60), match.index);
    const after = digits.slice(match.index + match[0].length, match.index + match[0].length + 20);
    return [{ value, isLabelled: LABEL.test(before), isFollowed: FOLLOWED.test(after) }];
  });
  const chosen =
    found.findLast(({ isLabelled }) => isLabelled) ?? found.find(({ isFollowed }) => isFollowed) ?? found.at(-1);
  if (chosen) return chosen.value;
  const whole = Number((ALONE.exec(digits) ?? LABELLED_WHOLE.exec(digits))?.[1] ?? Number.NaN);
  return whole === 0 || (whole > 1 && whole <= 100) ? whole / 100 : undefined;
}

/** The probability of one mention. */
function mentioned(groups: Record<string, string | undefined>): number | undefined {
  const { even, both, low, lowUnit, join, high, highUnit, part, whole, percent, fraction } = groups;
  if (even !== undefined) return 0.5;
  if (percent !== undefined) return toNumber(percent) / 100;
  if (fraction !== undefined) return toNumber(fraction);
  if (part !== undefined) return Number(part) / toNumber(whole!.replace(',', ''));
  if (low === undefined || high === undefined) return undefined;
  // “and” joins a range after “between” only.
  if (join === 'and' && both === undefined) return undefined;
  const scale = (lowUnit ?? highUnit) === undefined ? 1 : 100;
  return (toNumber(low) + toNumber(high)) / 2 / scale;
}

/** A number with a point or a comma before its decimals. */
function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}
