/**
 * The folder of an experiment on passivity: `passivity-quick-1` beside the runs, or the one that --out names. It keeps in
 * `experiment.json` what it was begun with, so that models of one preset never pass for those of another.
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../failure.ts';

/** Names of presets. */
type Preset = 'quick' | 'full';

/** What was typed about it; `directory` is where the user is, `runs` the folder of the file of runs. Both absolute. */
interface FolderWanted {
  readonly preset?: Preset;
  readonly seeds?: number;
  readonly out?: string;
  readonly resume?: string;
  readonly directory: string;
  readonly runs: string;
}

/** An experiment and its place. */
interface ExperimentFolder {
  /** What `--resume` takes: the folder's name beside the runs, else its path. */
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  readonly preset: Preset;
  readonly seeds: number;
}

type Begun = Pick<ExperimentFolder, 'preset' | 'seeds'>;

const SETTINGS = 'experiment.json';
const NAME =
  /^passivity-(?:(?<preset>quick|full)-(?<seeds>\d+)|(?<seedsFirst>\d+)-(?<presetLast>quick|full))(?:\.\d+)?$/;

/** Finds or makes it. Throws UsageError. */
export function experimentFolder(wanted: FolderWanted): ExperimentFolder {
  const found = wanted.resume === undefined ? anew(wanted) : again(wanted.resume, wanted);
  const { directory, preset, seeds } = found;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, SETTINGS), `${JSON.stringify({ experiment: 'passivity', preset, seeds })}\n`);
  return found;
}

/** Seeds unless somebody says otherwise. */
const seedsOf = (preset: Preset): number => (preset === 'quick' ? 1 : 3);

/** More seeds may be added to what is there; another preset may not. */
function anew({
  preset = 'quick',
  seeds = seedsOf(preset),
  out,
  directory: from,
  runs,
}: FolderWanted): ExperimentFolder {
  const name = out ?? `passivity-${preset}-${seeds}`;
  const directory = out === undefined ? join(runs, name) : resolve(from, out);
  const begun = begunWith(directory);
  if (begun !== undefined && begun.preset !== preset) {
    throw new UsageError(
      `${directory} holds an experiment of the preset ${begun.preset}: name another --out, or go on with it: --resume ${name}`,
    );
  }
  if (existsSync(join(directory, 'arms')) && begun === undefined) {
    throw new UsageError(`${directory} holds models, but nothing tells of which preset: name another --out.`);
  }
  return { name, directory, preset, seeds };
}

function again(resume: string, { preset, seeds, out, directory: from, runs }: FolderWanted): ExperimentFolder {
  if (preset !== undefined || seeds !== undefined || out !== undefined) {
    throw new UsageError(
      '--resume takes an experiment up with the settings it was begun with: leave out --preset, --seeds and --out',
    );
  }
  const known = existsSync(runs)
    ? readdirSync(runs).filter((name) => name.startsWith('passivity-') && begunWith(join(runs, name)) !== undefined)
    : [];
  const time = (name: string): number => statSync(join(runs, name)).mtimeMs;
  const newest = [...known].sort((a, b) => time(b) - time(a));
  const name = resume === 'last' ? newest[0] : resume;
  const beside = name !== undefined && known.includes(name);
  const directory = beside ? join(runs, name) : resolve(from, name ?? '');
  const begun = name === undefined ? undefined : begunWith(directory);
  if (name === undefined || begun === undefined) {
    const list = newest.length === 0 ? 'there is none yet' : `there are: ${newest.slice(0, 5).join(', ')}`;
    throw new UsageError(`There is no experiment \`${resume}\` in ${runs}: ${list}.`);
  }
  return { name, directory, ...begun };
}

/** What an experiment was begun with: by its file, or by its folder's name; undefined: there is none, or it cannot be told. */
function begunWith(directory: string): Begun | undefined {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) return undefined;
  const file = join(directory, SETTINGS);
  if (existsSync(file)) {
    try {
      const { preset, seeds } = JSON.parse(readFileSync(file, 'utf8')) as Begun;
      if ((preset === 'quick' || preset === 'full') && Number.isInteger(seeds) && seeds > 0) return { preset, seeds };
    } catch {
      // No JSON: the name may tell.
    }
  }
  const named = NAME.exec(basename(directory))?.groups;
  if (named === undefined) return undefined;
  return { preset: (named.preset ?? named.presetLast) as Preset, seeds: Number(named.seeds ?? named.seedsFirst) };
}
