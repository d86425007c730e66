#!/usr/bin/env node
/**
 * Entry point of the `sente` command.
 * @module
 */
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`sente needs Node 22.13 or later; this is ${process.version}.\n`);
  process.exit(2);
}
// Compiled code is kept between runs (in the system's folder for temporary files): the second start takes half the time.
module.enableCompileCache();
const { run } = await import('./program.ts');

// Whoever reads our output may leave early (`sente chat | head`): that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
