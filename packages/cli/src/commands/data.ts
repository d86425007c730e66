/**
 * `sente data`: what can be loaded from a folder, and whether it does.
 * @module
 */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { CatalogError } from '@sente/catalog';
import { Command } from 'commander';
import { type FoundData, findData } from '../data/known.ts';
import { EXIT, UsageError } from '../failure.ts';
import { userFolder, userPath } from '../settings/user-path.ts';

const EXAMPLES = `
Examples:
  sente data                 what is known in this folder and one level down
  sente data list data
  sente data check data      try to load all of it; exit code 2 if something does not load

Known: tables (.csv, .tsv, .json, .jsonl, each also with .gz) and the LastFM recommender data set (its folder).`;

/** Makes the command with its two commands. */
export function dataCommand(): Command {
  const data = new Command('data').description('which known data sets are in a folder').addHelpText('after', EXAMPLES);
  const listCommand = new Command('list')
    .description('name what is known (the default)')
    .argument('[dir]', 'folder', '.')
    .action((folder: string) => list(folder));
  const checkCommand = new Command('check')
    .description('try to load what is known')
    .argument('<dir>', 'folder')
    .action((folder: string) => check(folder));
  return data.addCommand(listCommand).addCommand(checkCommand);
}

function list(folder: string): void {
  for (const found of inFolder(folder)) process.stdout.write(`${found.kind.padEnd(8)} ${shown(found)}\n`);
}

async function check(folder: string): Promise<void> {
  let failed = 0;
  for (const found of inFolder(folder)) {
    try {
      process.stdout.write(`ok       ${shown(found)}: ${await found.load()}\n`);
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      failed++;
      process.stdout.write(`failed   ${error.message.replaceAll(found.path, shown(found))}\n`);
    }
  }
  if (failed > 0) process.exitCode = EXIT.usage;
}

function inFolder(folder: string): FoundData[] {
  const path = userPath(folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder ${folder}. Name one that holds tables or data sets.`);
  }
  const found = findData(path);
  if (found.length === 0) {
    const where = folder === '.' ? 'this folder' : folder;
    throw new UsageError(`Nothing known is in ${where} or one level down. "sente data --help" says what is known.`);
  }
  return found;
}

function shown(found: FoundData): string {
  return relative(userFolder(), found.path) || '.';
}
