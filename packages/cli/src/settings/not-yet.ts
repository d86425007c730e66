/**
 * Options that the design names and this version does not have: said plainly, with what there is instead.
 * @module
 */
import { type Command, Option } from 'commander';

/** Makes `flags` an error that says why. */
export function notYet(command: Command, flags: string, why: string): Command {
  const option = new Option(flags).hideHelp();
  command.on(`option:${option.name()}`, () => command.error(`error: ${option.long}: ${why}`));
  return command.addOption(option);
}
