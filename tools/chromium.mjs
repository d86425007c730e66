// Where this machine keeps its Chromium. SENTE_CHROMIUM wins.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @returns {string | undefined} the path of a Chromium, or undefined if there is none */
export function findChromium() {
  const named = process.env.SENTE_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}
