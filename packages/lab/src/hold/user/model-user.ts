/**
 * The shard-revealing user played by a language model, which chooses the piece and puts it in its own words.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createCaller, DATA_RULE, dataBlock, MalformedReplyError } from '@sente/language';
import { z } from 'zod';
import { openShards, type Script } from './script.ts';
import type { ShardTurn, ShardUser } from './shard-user.ts';

const SYSTEM = `You play the user in a conversation with an assistant. You are in a hurry: you write one or two short, plain sentences, and you never think ahead for the assistant. ${DATA_RULE}

You want something, and you know a list of numbered facts about it. Rules:
- Tell at most ONE fact from the list "not told yet". If the assistant's last turn asks about one of them, tell that one. If it asks nothing specific, or has answered, tell the one that matters most now.
- Tell ALL of that fact: every number, name and condition in it. Put it in your own words; change nothing about its meaning.
- If the assistant asks about something that is in none of your facts, say that you do not know or do not mind, and tell no fact.
- Never tell anything that is not in your facts. Do not ask questions. Do not answer your own request. Do not repeat a fact that was told already, unless asked for it again.

Reply as JSON: {"fact": number of the fact that you tell, or 0 for none, "says": what you say}`;

const SCHEMA: z.ZodType<{ fact: number; says: string }> = z.object({
  fact: z.coerce.number().int().catch(0),
  says: z.string().trim().min(1),
});

const numbered = (script: Script, places: readonly number[]): string =>
  places.map((place) => `${place + 1}. ${script.shards[place].text}`).join('\n') || '(none)';

/** The user. The first turn is the first piece as it stands, as in the paper; a reply out of form tells the next piece as it stands. */
export function modelUser(script: Script, model: LanguageModelV4): ShardUser {
  const caller = createCaller(model);
  return {
    async next(said, history): Promise<ShardTurn> {
      if (said.length === 0) return { text: script.shards[0].text, shard: 0 };
      const open = openShards(script, said);
      if (open.length === 0) return { text: script.prompt() };
      const prompt = [
        dataBlock(
          'the conversation so far',
          history.map((text, place) => `${place % 2 === 0 ? 'You' : 'Assistant'}: ${text}`).join('\n\n'),
        ),
        dataBlock('facts told already', numbered(script, said)),
        dataBlock('facts not told yet', numbered(script, open)),
        'What do you say next?',
      ].join('\n\n');
      try {
        const { fact, says } = await caller.json({
          label: 'shard-user',
          system: SYSTEM,
          prompt,
          schema: SCHEMA,
          temperature: 1,
        });
        return { text: says, ...(open.includes(fact - 1) ? { shard: fact - 1 } : {}) };
      } catch (error) {
        if (!(error instanceof MalformedReplyError)) throw error;
        return { text: script.shards[open[0]].text, shard: open[0] };
      }
    },
  };
}
