/**
 * The data card in words: `card.md`.
 * @module
 */
import type { DataCard } from './card.ts';

/** Markdown. */
export function cardText(card: DataCard): string {
  const { run, seed, models, users, reward, settings, margin, inputs, counts, files, cost, warnings } = card;
  const { dropped, unpaired } = counts;
  const number = (value: number): string => value.toLocaleString('en-GB');
  return `# Data card: ${run}

Conversations played with \`${models.assistant}\`; at each turn the best of several replies, by the conversation that it leads to.
${warnings.length === 0 ? '' : `\n${warnings.map((warning) => `> ${warning}`).join('\n>\n')}\n`}
## Files

| file | records | what a record is |
|---|---|---|
| \`sft.trl.jsonl\` | ${number(files['sft.trl.jsonl'])} | a turn: \`prompt\`, \`completion\` |
| \`dpo.trl.jsonl\` | ${number(files['dpo.trl.jsonl'])} | a turn: \`prompt\`, \`chosen\`, \`rejected\` |
| \`grpo.trl.jsonl\` | ${number(files['grpo.trl.jsonl'])} | a turn, for the reward endpoint: \`prompt\`, \`goal\`, \`answer\` |
| \`sft.openai.jsonl\` | ${number(files['sft.openai.jsonl'])} | a conversation: \`messages\` |
| \`dpo.openai.jsonl\` | ${number(files['dpo.openai.jsonl'])} | a turn: \`input\`, \`preferred_output\`, \`non_preferred_output\` |

## Reward

${reward.equation}.

Horizon ${reward.horizon}. Source: ${reward.source}.

## How it was made

- Model: \`${models.assistant}\`, ${settings.candidates} candidates a turn at temperature 1${settings.prompted ? ', one more that was told to ask and one that was told to offer' : ''}; at most ${settings.turns} turns, ${number(settings.maxTokens)} tokens a reply
- Users: ${users}${models.user === undefined ? '' : `; played by \`${models.user}\``}
- Judge: ${models.judge === undefined ? 'none, the reward is computed' : `\`${models.judge}\``}
- Seed: ${seed}
- Inputs: ${inputs.source}${
    inputs.sha256 === undefined
      ? ''
      : ` (${Object.entries(inputs.sha256)
          .map(([file, sum]) => `${file}: sha256 ${sum}`)
          .join('; ')})`
  }
- Licence of the inputs: ${inputs.licence}. What a model wrote may be bound by the terms of whoever runs it.
- Cost: ${number(cost.calls)} calls, ${number(cost.input)} tokens read, ${number(cost.output)} written${cost.usd === undefined ? '' : `, $${cost.usd}`}

## What was left out

| | |
|---|---|
| conversations | ${number(counts.conversations)}, of which ${number(counts.unused)} without a scored reply |
| turns of the assistant | ${number(counts.turns)} |
| candidates | ${number(counts.candidates)} |
| … the same words as another | ${number(dropped.repeated)} |
| … cut off at the limit of tokens | ${number(dropped['cut-off'])} |
| … empty | ${number(dropped.empty)} |
| … could not be scored | ${number(dropped.unscorable)} |
| … reward clipped (and kept) | ${number(counts.clipped)} |
| pairs | ${number(counts.pairs)} |
| turns without a pair: rewards closer than ${margin} | ${number(unpaired['within-margin'])} |
| turns without a pair: fewer than two scored | ${number(unpaired['fewer-than-two-scored'])} |
`;
}
