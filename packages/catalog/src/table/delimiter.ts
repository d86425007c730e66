/**
 * Which character stands between cells.
 * @module
 */

const CANDIDATES = [',', ';', '\t', '|'] as const;
const LINES = 50;

/**
 * The delimiter under which the first lines have most consistently as many cells as the header. Delimiters inside
 * quotes do not count. `sample`: the beginning of the file, whole lines or not.
 */
export function sniffDelimiter(sample: string): string {
  let best: string = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = delimitersPerLine(sample, candidate);
    if (counts.length === 0 || counts[0] === 0) continue;
    const same = counts.filter((count) => count === counts[0]).length / counts.length;
    const score = same * 1000 + Math.min(counts[0], 500);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function delimitersPerLine(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let filled = false;
  for (let i = 0; i < sample.length && counts.length < LINES; i++) {
    const char = sample[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (filled) counts.push(count);
      count = 0;
      filled = false;
      continue;
    } else if (!quoted && char === delimiter) count++;
    filled = true;
  }
  // The last line may be cut off; it counts only when it is all there is.
  if (counts.length === 0 && filled) counts.push(count);
  return counts;
}
