/**
 * The options of the layer that `sente serve` and `sente chat` share.
 * @module
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { prices, turnBudget } from './limits.ts';

/** Adds them. */
export function addInitiativeOptions(command: Command): Command {
  return command
    .option('--agenda <file.json>', 'goals of the assistant: [{"id", "goal", "worth", "deadline"?, …}]')
    .option('--restraint <file.json>', 'limits on initiative: {"cap"?, "capPerDay"?, "coolDown"?, "quietTopics"?, …}')
    .addOption(
      new Option('--depth <depth>', 'estimate, or simulate: play conversations forward (default: estimate)').choices([
        'estimate',
        'simulate',
      ]),
    )
    .addOption(
      new Option(
        '--budget <limit...>',
        "what the layer's own calls may use up in a turn: 6calls, 4000tokens, 8000ms, or (with --prices) 0.01usd",
      ).argParser(turnBudget),
    )
    .option('--prices <in,out>', 'dollars for a million tokens, read and written, of the model that decides', prices)
    .addOption(
      new Option('--vault <mode>', 'auto: private decisions are written down and kept; off (default: auto)').choices([
        'auto',
        'off',
      ]),
    )
    .option('--commitments <file.json>', 'what the assistant has decided privately: [{"id", "about", "value"}]')
    .option('--forecaster <file.json>', 'calibrates chances and says when to abstain: {"scaling", "threshold"}')
    .addOption(
      new Option(
        '--abstain-below <chance>',
        "abstain from answers less likely to be true, in the forecaster's place",
      ).argParser(chance),
    );
}

function chance(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}
