import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReply } from '../shop/read-reply.ts';
import { SHOP_WORDS } from '../shop/words.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import { spellOut } from './spell-out.ts';

const tokenizer = createTokenizer(SHOP_WORDS);

it.each([
  ['which size do you want ?', 'Which size do you want?'],
  [
    'well , i think i know . how about the small red wool bag ?',
    'Well, I think I know. How about the small red wool bag?',
  ],
  ["sorry , i don ' t know .", "Sorry, I don't know."],
  ['! yes', '! Yes'],
  ['', ''],
])('writes “%s” for people', (words, text) => expect(spellOut(words)).toBe(text));

it('is read back as the same words, and as the same act', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SHOP_WORDS)), (spoken) => {
      const words = spoken.join(' ');
      expect(tokenizer.decode(tokenizer.encode(spellOut(words)))).toBe(words);
      expect(readReply(spellOut(words))).toEqual(readReply(words));
    }),
  );
});
