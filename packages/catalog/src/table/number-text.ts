/**
 * Reading numbers as people write them: "16 GB", "1.299,00 €", "$1,299", "14 in", "1 299".
 * @module
 */

/** Which sign separates the decimals. The other one, a space or an apostrophe may separate thousands. */
export type DecimalSign = '.' | ',';

/** A number and the unit it was written with ('' when there was none). */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** The parts of a cell that has the shape of a number; not yet a number, as "1,299" may mean two. */
export interface NumberShape {
  readonly sign: 1 | -1;
  /** Digits, with their separators. */
  readonly digits: string;
  readonly exponent: number;
  readonly unit: string;
}

const CURRENCY = String.raw`\p{Sc}|US\$|A\$|C\$|(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|BRL|ZAR)(?![A-Za-z])`;
const SHAPE = new RegExp(
  String.raw`^(?<minus>[-+−])?\s*(?<before>${CURRENCY})?\s*(?<sign>[-+−])?\s*` +
    String.raw`(?<digits>\d(?:[\d.,'’\s]*\d)?|[.,]\d+)(?:e(?<exponent>[-+]?\d{1,3}))?` +
    String.raw`(?:[.,][-–—])?\s*(?<after>[^\d\s.,;:|][^\d;:|]{0,15}[23]?)?$`,
  'iu',
);
const PLAIN = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
const NOT_FINITE = /^[-+−]?\s?(nan|inf|infinity|∞)$/i;

/** True for "NaN", "inf", "-Infinity" and the like. */
export function isNotFinite(text: string): boolean {
  return NOT_FINITE.test(text);
}

/** Takes a cell apart; undefined when it is no number. Leading zeros ("00123") make it a code, which is no number. */
export function numberShape(text: string): NumberShape | undefined {
  if (PLAIN.test(text)) {
    const sign = text.startsWith('-') ? -1 : 1;
    return { sign, digits: sign < 0 ? text.slice(1) : text, exponent: 0, unit: '' };
  }
  if (text.length > 48) return undefined;
  const parts = SHAPE.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const digits = parts.digits.replace(/[\s'’]/g, ' ');
  if (/^0\d/.test(digits) || / /.test(digits.replace(/(?<=^\d{1,3}( \d{3})*) (?=\d{3}( |[.,]|$))/g, '')))
    return undefined;
  const after = (parts.after ?? '').trim();
  if (after !== '' && (parts.before !== undefined || after.split(/\s+/).length > 2)) return undefined;
  const negative = parts.minus !== undefined ? parts.minus : (parts.sign ?? '+');
  return {
    sign: negative === '+' ? 1 : -1,
    digits: digits.replaceAll(' ', ''),
    exponent: Number(parts.exponent ?? 0),
    unit: parts.before ?? after,
  };
}

/** Counts what the digits of a column say about its decimal sign. */
export interface SignEvidence {
  dot: number;
  comma: number;
  /** "1.299": a decimal dot, or dots between thousands; "1,299" likewise. */
  unclearDot: number;
  unclearComma: number;
  /** The largest number written without any separator, and how many such numbers there are. */
  largestPlain: number;
  plain: number;
}

/** No evidence yet. */
export function noEvidence(): SignEvidence {
  return { dot: 0, comma: 0, unclearDot: 0, unclearComma: 0, largestPlain: 0, plain: 0 };
}

/** Takes one number's digits into account. */
export function weighDigits(digits: string, evidence: SignEvidence): void {
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastDot < 0 && lastComma < 0) {
    evidence.plain++;
    evidence.largestPlain = Math.max(evidence.largestPlain, Number(digits));
    return;
  }
  if (lastDot >= 0 && lastComma >= 0) {
    if (lastDot > lastComma) evidence.dot++;
    else evidence.comma++;
    return;
  }
  const sign = lastDot >= 0 ? '.' : ',';
  const last = Math.max(lastDot, lastComma);
  if (digits.indexOf(sign) !== last) evidence[sign === '.' ? 'comma' : 'dot']++;
  else if (digits.length - last - 1 !== 3 || last > 3 || last === 0 || digits.startsWith('0')) {
    evidence[sign === '.' ? 'dot' : 'comma']++;
  } else evidence[sign === '.' ? 'unclearDot' : 'unclearComma']++;
}

/**
 * The decimal sign of a column, from all its numbers. Where their signs leave it open, their size may tell: 899 beside 1.299
 * makes it 1,299, whatever other columns do. Then that of the table's other columns (`elsewhere`) is taken; failing that, a
 * lone comma before three digits separates thousands, and so does a lone dot when other numbers of the column have none
 * and stay below 1,000.
 */
export function decimalSign(evidence: SignEvidence, elsewhere?: DecimalSign): DecimalSign {
  return settledSign(evidence) ?? signBySize(evidence) ?? elsewhere ?? (thousandsDots(evidence) ? ',' : '.');
}

/** Numbers in the hundreds go on in the thousands: their lone dots, or lone commas, separate thousands. */
function signBySize({ unclearDot, unclearComma, largestPlain }: SignEvidence): DecimalSign | undefined {
  if (largestPlain < 100 || largestPlain >= 1000 || unclearDot > 0 === unclearComma > 0) return undefined;
  return unclearDot > 0 ? ',' : '.';
}

/** The decimal sign that a column's own numbers settle; undefined when they leave it open. */
export function settledSign(evidence: SignEvidence): DecimalSign | undefined {
  if (evidence.dot === evidence.comma) return undefined;
  return evidence.dot > evidence.comma ? '.' : ',';
}

function thousandsDots({ unclearDot, plain, largestPlain }: SignEvidence): boolean {
  return unclearDot > 0 && plain > 0 && largestPlain < 1000;
}

const GROUPED: Record<DecimalSign, RegExp> = {
  '.': /^(\d+|\d{1,3}(,\d{3})+|(?=\.))(\.\d+)?$/,
  ',': /^(\d+|\d{1,3}(\.\d{3})+|(?=,))(,\d+)?$/,
};

/** The number a shape stands for under a decimal sign; undefined when its separators contradict the sign. */
export function readShape(shape: NumberShape, decimal: DecimalSign): Quantity | undefined {
  const { digits, sign, exponent, unit } = shape;
  if (!GROUPED[decimal].test(digits)) return undefined;
  const plain = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  const value = sign * Number(exponent === 0 ? plain : `${plain}e${exponent}`);
  return { value, unit };
}

/** Reads one number on its own: "1.299,00 €" is 1299 €. A convenience where there is no column to decide by. */
export function parseQuantity(text: string): Quantity | undefined {
  const shape = numberShape(text.trim());
  if (shape === undefined) return undefined;
  const evidence = noEvidence();
  weighDigits(shape.digits, evidence);
  return readShape(shape, decimalSign(evidence));
}
