/**
 * The `sente` command: its commands, and how it ends.
 * @module
 */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { chatCommand } from './commands/chat.ts';
import { dataCommand } from './commands/data.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand } from './commands/serve.ts';
import { studioCommand } from './commands/studio.ts';
import { trainCommand } from './commands/train.ts';
import { workCommand } from './commands/work.ts';
import { EXIT, explain } from './failure.ts';
import { measureCommand } from './measure/measure-command.ts';

const EXAMPLES = `
Examples:
  sente                                  the web studio
  sente chat --catalog laptops.csv       talk about a table in the terminal
  sente measure                          what initiative is worth, in simulated conversations
  sente report last                      the last run as a page to show around
  sente audit logs.jsonl                 where initiative would have paid, in your own transcripts
  sente train passivity                  where passivity comes from, on this machine
  sente serve --catalog shop.csv         the chat over HTTP, for your own page
  sente data check .                     try to load what lies here

sente COMMAND --help tells more. Exit codes: 0 done, 1 a --fail-if bar was missed, 2 bad usage or input,
3 stopped early and can be resumed, 4 a fault of ours.`;

/** Makes the whole command. */
function createProgram(): Command {
  const program = new Command('sente')
    .description('Assistants that take the initiative: ask, offer, recommend, in time.')
    .usage('[command] [options]')
    .version(version(), '-V, --version')
    .addHelpText('after', EXAMPLES);
  const commands = [
    studioCommand(),
    chatCommand(),
    measureCommand(),
    workCommand(),
    reportCommand(),
    auditCommand(),
    trainCommand(),
    serveCommand(),
    dataCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const { command, name } of everyCommand(program, 'sente')) {
    command.exitOverride();
    command.showSuggestionAfterError(true);
    command.showHelpAfterError(`("${name} --help" shows what there is)`);
  }
  return program;
}

function everyCommand(command: Command, name: string): { command: Command; name: string }[] {
  return [{ command, name }, ...command.commands.flatMap((below) => everyCommand(below, `${name} ${below.name()}`))];
}

/** Version of the package. */
function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/**
 * Arguments as commander is to see them: without a command, or with options alone, it is the studio; `data` alone is
 * `data list`. A word that is no command stays a mistake, which commander's own default commands would not let it be.
 */
export function withDefaultCommand(args: readonly string[]): string[] {
  const [first] = args;
  if (first === 'data' && args.length === 1) return ['data', 'list'];
  const isOwnOption = ['--help', '-h', '--version', '-V'].includes(first);
  return first === undefined || (first.startsWith('-') && !isOwnOption) ? ['studio', ...args] : [...args];
}

/** Runs the command; gives the exit code. Never throws. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(withDefaultCommand(args), { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : EXIT.done;
  } catch (error) {
    const { code, text } = explain(error);
    if (text !== '') process.stderr.write(text);
    return code;
  }
}
