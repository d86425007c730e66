import { createListener, type Move } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { isSwap } from './conduct.ts';
import { acceptableTo, drawShopperIntent } from './draw-intent.ts';
import { type Matter, PHRASES, phrase } from './phrases.ts';
import { clausesOf, fragmentsOf } from './say-wish.ts';
import type { Temperament } from './user.ts';

const shop = hikingShop();
const { catalog, names } = shop;
const listen = createListener(catalog);
const STYLES = Object.keys(PHRASES) as Temperament['style'][];
const WISHES = Array.from(
  { length: 30 },
  (_, k) => drawShopperIntent(shop, createRandom(`said ${k}`), { wishes: [3, 3] }).wishes,
).flat();

function fillIn(text: string, fill: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w)(\w*)\}/g, (_, first: string, rest: string) => {
    const words = fill[first.toLowerCase() + rest] ?? '';
    return first === first.toUpperCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}

/** What a listener should make of phrases that hold no wish. */
const MEANT: Partial<Record<Matter, Move['kind']>> = {
  unknown: 'unknown',
  indifferent: 'indifferent',
  yes: 'yes',
  no: 'no',
  reject: 'reject',
  'reject-one': 'reject',
  accept: 'accept',
  leave: 'bye',
  hopeless: 'bye',
  prompt: 'show',
};

describe('what a shopper says around the wishes', () => {
  it.each(STYLES)('leaves nine wishes of ten to be understood, and none turned round: %s', (style) => {
    let [all, right] = [0, 0];
    const missed = new Set<string>();
    for (const wish of WISHES) {
      const words = (style === 'terse' ? fragmentsOf : clausesOf)(shop, wish)[0];
      for (const text of Object.values(PHRASES[style])
        .flat()
        .filter((one) => /\{wish\}/i.test(one))) {
        const said = fillIn(text, { ...catalog.noun, wish: words });
        const wished = listen(said, { asked: { attribute: wish.attribute } }).flatMap((move) =>
          move.kind === 'wish' ? [move.wish] : [],
        );
        all++;
        if (`${acceptableTo(catalog, wished)}` === `${acceptableTo(catalog, [wish])}`) right++;
        else missed.add(said);
      }
    }
    expect(right / all, [...missed].slice(0, 20).join('\n')).toBeGreaterThan(0.97);
  });

  it.each(STYLES)('is understood for what it is: %s', (style) => {
    for (const [matter, kind] of Object.entries(MEANT)) {
      for (const text of PHRASES[style][matter as Matter]) {
        const moves = listen(fillIn(text, { ...catalog.noun, name: names[11], label: 'month' }), {
          recommended: [11, 12],
          ...(!/^(?:reject|accept|leave|hopeless|prompt)/.test(matter) && { asked: { attribute: 7 } }),
        });
        expect(
          moves.map((move) => move.kind),
          `${matter}: ${text}`,
        ).toContain(kind);
      }
    }
  });

  it('has several ways of saying most things, and none of them an assistant’s', () => {
    for (const style of STYLES) {
      const texts = Object.values(PHRASES[style]);
      expect(texts.filter((ways) => ways.length > 1).length).toBeGreaterThan(texts.length * 0.9);
      expect(texts.flat().filter(isSwap)).toEqual([]);
    }
  });

  it('begins sentences with capitals where the style does', () => {
    const fill = { wish: 'in July', one: 'trip', many: 'trips' };
    expect(phrase('explain', 'plain', fill, createRandom(1))).toMatch(/^In July/);
    expect(phrase('explain', 'terse', fill, createRandom(1))).toMatch(/^in July/);
  });
});
