/**
 * The options of `sente train data`.
 * @module
 */
import { Command, InvalidArgumentError } from 'commander';
import { count, seed } from '../measure/arguments.ts';
import { budget, prices } from '../settings/limits.ts';
import { wholeNumber } from '../settings/numbers.ts';

/** A number, 0 or more and at most `most`. */
function amount(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^(\d+\.?\d*|\.\d+)$/.test(text) && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from 0 to ${most}.`);
  };
}

const HELP = `
Files: sft.trl.jsonl, dpo.trl.jsonl, grpo.trl.jsonl (TRL, conversational), sft.openai.jsonl, dpo.openai.jsonl (OpenAI's fine-tuning),
card.md and card.json. Tasks of your own are JSON lines: {"goal": "…", "opening"?: "…", "answer"?: "…", "instructions"?: "…",
"others"?: [{"goal": "…"}]}; without --data they are visitors of a hiking shop (pocket: shoppers in its own shop).

Examples:
  sente train data --model pocket --cases 100 --out bags
  sente train data --model openai:NAME --user openai:NAME --cases 50 --budget 5 --prices 0.25,2
  sente train data --model ollama:NAME --data tasks.jsonl --prompted --horizon 2 --samples 3
  sente train data --model URL#NAME --queue redis://127.0.0.1:6379      played by: sente work --queue …
  sente train data --resume last

A case takes about turns × (candidates + candidates × samples × (2 × horizon + 1)) calls: try --cases 2 --budget 300calls first.
Nothing that was answered is paid for twice. Exit codes: 0 done, 2 bad usage or input, 3 stopped early, 4 a fault of ours.`;

/** The bare command; whoever makes it adds the action. */
export function dataOptions(): Command {
  return new Command('data')
    .description('play conversations with a model and write records for fine-tuning it')
    .option('--model <id>', 'whose replies are compared: pocket, openai:NAME, ollama:NAME or URL#NAME')
    .option('--user <id>', 'the model that plays the users; the same one unless given')
    .option('--judge <id>', 'the model that judges what has no reference answer; that of the users unless given')
    .option('--data <path>', 'tasks of your own: a .jsonl file, or a folder of them')
    .option('--cases <n>', 'conversations; 20 unless given', count)
    .option('--candidates <k>', 'replies drawn at each turn; 4 unless given', wholeNumber(1, 16))
    .option('--prompted', 'two candidates more: one told to ask, one told to offer')
    .option('--turns <n>', 'most assistant turns in a conversation; 4 unless given', count)
    .option('--horizon <n>', 'user turns that the reward looks ahead, 0 … 3; 2 unless given', wholeNumber(0, 3))
    .option('--samples <n>', 'continuations a candidate, 1 … 16; 3 unless given', wholeNumber(1, 16))
    .option('--margin <m>', 'least difference of rewards for a pair; 0.05 unless given', amount(2))
    .option('--token-price <p>', "what a token of the assistant's costs in the reward; 0.0005 unless given", amount(1))
    .option('--turn-cost <c>', 'what a user turn costs in the reward; 0.05 unless given', amount(1))
    .option('--max-tokens <n>', 'tokens of a reply at most; 1000 unless given', count)
    .option('--out <dir>', 'where the files go; beside the runs unless given')
    .option('--seed <n>', 'seed of every draw; 1 unless given', seed)
    .option(
      '--budget <limit>',
      'stop cleanly when this is spent: dollars (with --prices), 200calls or 500ktokens',
      budget,
    )
    .option('--prices <in,out>', 'dollars for a million tokens, read and written', prices)
    .option('--at-once <n>', 'conversations under way at once; 16 unless given', count)
    .option('--queue <url>', 'have conversations played by `sente work`, over this Redis')
    .option('--resume <run>', 'take up a run that was stopped; `last` is the newest')
    .option('--store <file>', 'where runs are kept; .sente/runs.sqlite unless given')
    .option('--json', 'print the card as one JSON document')
    .addHelpText('after', HELP);
}
