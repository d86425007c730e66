/**
 * The one error of the client: the server said no, or could not be reached.
 * @module
 */

/** Where in a table something is wrong; lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The server refused a request. `message` says what is wrong, `advice` what to do about it. */
export class Refusal extends Error {
  readonly code: string;
  readonly advice: string | undefined;
  readonly place: Place;

  constructor(code: string, message: string, advice?: string, place: Place = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.advice = advice;
    this.place = place;
  }

  /** Reads the body of a refusal; a body in another shape becomes a plain refusal that names the status. */
  static from(status: number, body: unknown): Refusal {
    const error = (body as { error?: Record<string, unknown> } | null)?.error;
    if (typeof error?.message !== 'string' || typeof error.code !== 'string') {
      return new Refusal('unknown', `The server answered with status ${status}.`, 'Look at the terminal it runs in.');
    }
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    const count = (value: unknown) => (typeof value === 'number' ? value : undefined);
    const place = { file: text(error.file), line: count(error.line), column: count(error.column) };
    return new Refusal(error.code, error.message, text(error.advice), place);
  }

  /** Nobody answered. */
  static unreachable(): Refusal {
    return new Refusal(
      'unreachable',
      'The server does not answer.',
      'It may have been stopped. Start it again (npm start), then try once more.',
    );
  }
}

/** "laptops.csv, line 7, column 3", or nothing if the place is not known. */
export function placeInWords(place: Place): string {
  const parts = [
    place.file,
    place.line === undefined ? undefined : `line ${place.line}`,
    place.column === undefined ? undefined : `column ${place.column}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
