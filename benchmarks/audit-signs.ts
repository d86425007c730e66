/**
 * How far the audit's plain signs can be trusted: on the Schema-Guided Dialogue data set, whose users' turns are annotated
 * (a read-back that is set right: NEGATE or INFORM after CONFIRM), how many corrections are found, and how many other turns
 * are mistaken for one.
 *
 *   npm run -s bench benchmarks/audit-signs.ts -- --data DIR [--part 003]
 *
 * The phrases were mended on 001 and 002.
 * @module
 */
import { join } from 'node:path';
import { hindsight } from '../packages/lab/src/audit/hindsight/hindsight.ts';
import { readSgd } from '../packages/lab/src/audit/sgd/read-sgd.ts';
import { dataFolder, option } from './support/data-folder.ts';

const folder = dataFolder();
const examples = process.argv.includes('--examples');
for (const part of (option('part') ?? '001,002,003').split(',')) {
  const { dialogues } = await readSgd(join(folder, `dialogues_${part}.json`));
  const counts: Record<string, Record<string, number>> = {};
  for (const { turns } of dialogues) {
    const messages = turns.map(({ speaker, utterance }, at) => ({
      at,
      role: speaker === 'USER' ? ('user' as const) : ('assistant' as const),
      text: utterance,
      tools: [],
      attachments: 0,
    }));
    turns.forEach((turn, at) => {
      const reply = turns[at + 1];
      if (turn.speaker !== 'SYSTEM' || !reply) return;
      const did = turn.frames.flatMap((frame) => frame.actions.map(({ act }) => act));
      const said = reply.frames.flatMap((frame) => frame.actions.map(({ act }) => act));
      const corrects = did.includes('CONFIRM') && said.includes('INFORM');
      const wantsOther = said.includes('REQUEST_ALTS');
      const kind = corrects ? 'sets right' : wantsOther ? 'wants another' : 'goes on';
      const sign = hindsight(messages, at).kind;
      counts[kind] ??= {};
      counts[kind][sign] = (counts[kind][sign] ?? 0) + 1;
      if (examples && (kind === 'sets right') !== (sign === 'corrected') && sign !== 'none')
        console.log(sign, messages[at + 1].text);
    });
  }
  console.log(part, counts);
}
