/**
 * Which links of a table are followed.
 * @module
 */

/** The address, if it leads to the web; anything else (a script, a file, a relative path) is no link. */
export function webAddress(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  return ['http:', 'https:'].includes(new URL(link).protocol) ? link : undefined;
}
