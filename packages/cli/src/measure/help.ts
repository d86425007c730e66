/**
 * What `sente measure --help` says after its options.
 * @module
 */
import { PROBES } from './probes.ts';

/** Probes with their agents, examples, and how the command ends. */
export const HELP: string = `
Probes:
${PROBES.map((probe) => `  ${probe.name.padEnd(10)} ${probe.question}\n             agents: ${probe.agents({}).join(', ')}`).join('\n')}
With --model, the agents are: bare, prompted, fresh, reactive, sente, and a probe's own rules.

Examples:
  sente measure                                        all probes, no language model, about a minute
  sente measure offer --cases 50 --agents reactive,sente --json > offer.json
  sente measure recommend --temperament all --agents rule,planned      people who err, lose patience, change their minds
  sente measure recommend --catalog laptops.csv --agents bare,rule,planned,learned    on a table of yours
  sente measure hold --model openai:gpt-5-mini --data sharded_gsm8k.json --cases 20 --budget 2 --prices 0.25,2
  sente measure hold ask --model ollama:llama3.2 --user ollama:llama3.2
  sente measure --resume last
  sente measure ask --fail-if 'ask.sente.over-asking > 0.05'
  sente measure know --cases 60 --power 0.02           how many cases intervals of ± 0.02 would take
  sente measure hold --model URL#NAME --queue redis://127.0.0.1:6379     played by: sente work --queue …

Every run is kept in .sente/runs.sqlite: \`sente report\` lists them. A run that is stopped (Ctrl-C, budget, a crash)
loses nothing that was finished. Figures are means with 95% bootstrap intervals over cases; docs/metrics.md lists their
names. Exit codes: 0 done, 1 a --fail-if holds, 2 bad usage or a missing figure, 3 stopped early, 4 a fault of ours.
`;
