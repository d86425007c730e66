// Trains the quick preset of the experiment on passivity, as a user would, and checks what it prints: one JSON document with
// three trained models, each measured. A minute or two on two cores.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = mkdtempSync(join(tmpdir(), 'sente-quick-'));
const command = ['packages/cli/src/main.ts', 'train', 'passivity', '--preset', 'quick', '--out', out, '--json'];
const { status, stdout } = spawnSync('node', ['--conditions=@sente/source', ...command], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
const faults = [];
const expect = (fact, what) => fact || faults.push(what);
expect(status === 0, `it ended with code ${status}`);
if (status === 0) {
  const { arms, summaries, rules } = JSON.parse(stdout);
  expect(
    arms
      .map(({ objective }) => objective)
      .sort()
      .join() === 'base,multi-turn,single-turn',
    'three objectives',
  );
  const figures = [
    'reward',
    'success',
    'agreement',
    'asks@open',
    'asks@closed',
    'p@full',
    'p@sharded',
    'brier',
    'accuracy@easy',
  ];
  for (const { id, figures: found } of summaries) {
    for (const name of figures) expect(Number.isFinite(found[name]?.mean), `${id} has no ${name}`);
  }
  for (const { id, curve, trained, figures: found } of arms) {
    expect(curve.length > 0 && trained > 0, `${id} was not trained`);
    for (const [name, value] of Object.entries(found)) expect(Number.isFinite(value), `${name} of ${id} is no number`);
  }
  const [base, single] = ['base', 'single-turn'].map((name) => arms.find(({ objective }) => objective === name));
  expect(base.curve.at(-1).loss < base.curve[0].loss / 2, 'the base learnt nothing');
  expect(single.figures['asks@open'] <= 0.1, 'single-turn training was to select against questions');
  expect(rules.optimal.agreement.mean === 1, 'the optimum is to agree with itself');
  const files = readdirSync(out, { recursive: true }).map(String);
  for (const name of ['results.json', 'report.html']) {
    expect(
      files.some((file) => file.endsWith(name)),
      `${name} was not written`,
    );
  }
}
rmSync(out, { recursive: true, force: true });
for (const fault of faults) console.error(`quick experiment: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
