import { readFileSync } from 'node:fs';
import { boundaryProbe, eventsProbe, OFFER, playedProbes, RECOMMEND } from '@sente/lab';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8');
const probes = [
  ...playedProbes,
  eventsProbe,
  boundaryProbe,
  { name: 'recommend', metrics: RECOMMEND.metrics! },
  { name: 'offer', metrics: OFFER.metrics! },
];

describe('docs/metrics.md', () => {
  it.each(probes.map(({ name, metrics }) => [name, metrics] as const))('lists every metric of %s', (_, metrics) => {
    // A condition behind @ or / is told once for all of them.
    const missing = metrics.map(({ name }) => name.split(/[@/]/)[0]).filter((name) => !page.includes(`\`${name}`));
    expect([...new Set(missing)]).toEqual([]);
  });
});
