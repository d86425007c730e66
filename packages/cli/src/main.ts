#!/usr/bin/env node
/**
 * Entry point of the `sente` command.
 * @module
 */
import { run } from './program.ts';

// Whoever reads our output may leave early (`sente chat | head`): that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
