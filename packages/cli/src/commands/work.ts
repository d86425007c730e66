/**
 * `sente work`: plays conversations of runs that were started elsewhere with `--queue`.
 * @module
 */
import { findAgent, findProbe, type Probe } from '@sente/lab';
import { Command } from 'commander';
import { count } from '../measure/arguments.ts';
import { type MeasureOutside, PROCESS } from '../measure/outside.ts';
import { chosenModel } from '../settings/chosen-model.ts';

interface Typed {
  readonly queue: string;
  readonly atOnce?: number;
}

const HELP = `
Examples:
  sente work --queue redis://10.0.0.5:6379
  OPENAI_API_KEY=… sente work --queue redis://10.0.0.5:6379 --at-once 32

The run is started, collected and reported where \`sente measure … --queue redis://…\` was typed; any number of workers may
come and go meanwhile. Keys of models come from this machine's environment and never go through the queue. Ctrl-C leaves
the conversations under way to the other workers, who replay what was answered already.
`;

/** The command. Works until it is interrupted, and then ends with 0. */
export function workCommand(outside: MeasureOutside = PROCESS): Command {
  return new Command('work')
    .description('play conversations of runs started elsewhere with --queue')
    .requiredOption('--queue <url>', 'the Redis or Valkey that the run was started with: redis://HOST:PORT')
    .option('--at-once <n>', 'conversations under way at once; 8 unless given', count)
    .addHelpText('after', HELP)
    .action(async ({ queue, atOnce }: Typed) => {
      const { playQueued, work } = await import('@sente/lab/queue');
      const { createDataProbe, DATA_PROBE } = await import('@sente/training/data');
      // A worker is sent its cases: it needs to know the play only.
      const probeNamed = (name: string): Probe =>
        name === DATA_PROBE ? (createDataProbe() as never) : findProbe(name);
      const stop = new AbortController();
      const off = outside.onInterrupt(() => stop.abort());
      const say = (text: string): unknown => outside.err.write(text);
      let ended = 0;
      const tell = (): void =>
        void (outside.err.isTTY && say(`\r\x1b[2K${ended.toLocaleString('en-GB')} conversations`));
      try {
        const played = await work({
          url: queue,
          ...(atOnce && { atOnce }),
          signal: stop.signal,
          play: playQueued({ probe: probeNamed, agent: findAgent, model: (id) => chosenModel(id, '--model') }),
          onReady: () => say('Ready for conversations; Ctrl-C ends.\n'),
          onEnd() {
            ended++;
            tell();
          },
        });
        say(`${outside.err.isTTY ? '\r\x1b[2K' : ''}Played ${played.toLocaleString('en-GB')} conversations.\n`);
      } finally {
        off();
      }
    });
}
