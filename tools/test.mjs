// The whole check: lint, types, unit and property tests, the quick experiment, the studio's build, browser tests. Stops at the first failure.
//   npm test              everything
//   npm test -- unit      one step by name
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const steps = {
  lint: ['npx', ['biome', 'check', '.']],
  types: ['npx', ['tsc', '-b']],
  unit: ['npx', ['vitest', 'run']],
  quick: ['node', ['tools/quick-experiment.mjs']],
  studio: ['npm', ['run', '--silent', 'build', '-w', '@sente/studio']],
  browser: ['npx', ['vitest', 'run', '--config', 'vitest.browser.config.ts']],
};
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}; the steps are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
for (const [name, [command, args]] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  if (args.includes('--config') && !existsSync(args.at(-1))) throw new Error(`${args.at(-1)} is missing`);
  console.log(`\n── ${name}: ${[command, ...args].join(' ')}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name} failed.`);
    process.exit(status ?? 1);
  }
  console.log(`── ${name}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
