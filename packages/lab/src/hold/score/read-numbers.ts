/**
 * Reads numbers as people and models write them: 1,234.5, −3, 1/2, 2 1/2, ½, 50%, $5.00, 1.2e3, 4 million, twenty-four.
 *
 * English marks: a comma before three digits groups, a point is decimal. Where both stand in one number the last one is
 * decimal ("1.234,50"); a single comma before one or two digits is decimal ("3,5").
 * @module
 */
import { NUMBER_WORDS, readNumberWords, SCALES } from './number-words.ts';

/** A number in a text. */
export interface NumberFound {
  /** As written, before any percent sign: 50 for "50%". */
  readonly value: number;
  readonly isPercent: boolean;
  /** Digits after the decimal point; 0 for whole numbers, undefined for fractions and words. */
  readonly decimals?: number;
  readonly start: number;
  readonly end: number;
}

const VULGAR: Readonly<Record<string, number>> = {
  '¼': 1 / 4,
  '½': 1 / 2,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

const GROUPED = String.raw`\d{1,3}(?:[,'’   ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)`;
const PLAIN = String.raw`\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+`;
const PATTERN: RegExp = new RegExp(
  String.raw`(?<sign>(?<![\p{L}\d)\]])[-−–]\s?)?(?<cash>[$€£¥]\s?)?` +
    String.raw`(?:(?<digits>${GROUPED}|${PLAIN})(?<power>(?:e[+-]?\d+|\s?[×x*]\s?10\^?\{?[-−]?\d+\}?)(?![\w.]))?` +
    String.raw`(?:(?<over>\s?\/\s?\d+(?![\d/.]))|(?<and>[\s-](?:and\s)?\d+\/\d+)|\s?(?<vulgar>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))?` +
    `|(?<alone>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(?<words>${NUMBER_WORDS}))` +
    String.raw`(?:\s(?<scale>${[...SCALES.keys()].join('|')})s?\b)?(?<percent>\s?%|\spercent\b|\sper cent\b)?`,
  'giu',
);

/** All numbers of a text, in order. */
export function readNumbers(text: string): readonly NumberFound[] {
  const found: NumberFound[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const number = numberOf(match.groups ?? {});
    if (number === undefined) continue;
    found.push({ ...number, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

type Parts = Readonly<Record<string, string | undefined>>;

function numberOf(parts: Parts): Omit<NumberFound, 'start' | 'end'> | undefined {
  const magnitude = parts.words !== undefined ? readNumberWords(parts.words) : ofDigits(parts);
  if (magnitude === undefined || !Number.isFinite(magnitude)) return undefined;
  const scaled = magnitude * (SCALES.get((parts.scale ?? '').toLowerCase()) ?? 1);
  const isWhole =
    parts.digits !== undefined &&
    [parts.over, parts.and, parts.vulgar, parts.scale, parts.power].every((part) => part === undefined);
  return {
    value: parts.sign === undefined ? scaled : -scaled,
    isPercent: parts.percent !== undefined,
    ...(isWhole && parts.digits !== undefined ? { decimals: plain(parts.digits).split('.')[1]?.length ?? 0 } : {}),
  };
}

function ofDigits(parts: Parts): number | undefined {
  if (parts.alone !== undefined) return VULGAR[parts.alone];
  if (parts.digits === undefined) return undefined;
  const digits = Number(plain(parts.digits)) * 10 ** powerOf(parts.power);
  if (parts.over !== undefined) return digits / Number(parts.over.replace(/[^\d]/g, ''));
  if (parts.vulgar !== undefined) return digits + VULGAR[parts.vulgar];
  if (parts.and !== undefined) {
    const [over, under] = (parts.and.match(/\d+/g) ?? []).map(Number);
    return digits + over / under;
  }
  return digits;
}

function powerOf(power: string | undefined): number {
  return power === undefined ? 0 : Number(/[-−+]?\d+\}?$/.exec(power.replace('−', '-'))?.[0].replace('}', '') ?? 0);
}

/** Digits with a decimal point and nothing else. */
function plain(digits: string): string {
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(digits)) return digits.replace(',', '.');
  return digits.replace(/[,'’\s]/g, '');
}
