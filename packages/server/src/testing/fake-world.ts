/**
 * A made world for the server's own tests: a catalogue of four lamps, a concierge that echoes, and a reader of
 * comma-separated lines. Small enough to know every answer by heart.
 * @module
 */
import {
  type Catalog,
  CatalogError,
  type Concierge,
  type ConciergeOptions,
  type Reply,
  type ShownEvidence,
} from '@sente/catalog';
import type { TableReader } from '../catalog/shelf.ts';
import type { ConciergeMaker } from '../chat/chat-desk.ts';

/** Lamps in two colours, one without a colour. */
export function lampCatalog(name = 'lamps'): Catalog {
  return {
    name,
    noun: { one: 'lamp', many: 'lamps' },
    size: 4,
    attributes: [{ key: 'Colour', label: 'colour', type: 'category', values: ['red', 'blue'], askable: true }],
    columns: [{ codes: Uint32Array.of(0, 1, 0, 0xffffffff) }],
    view: (item) => ({ item, id: String(item), name: `lamp ${item}`, facts: [] }),
  };
}

/** Why the fake concierge did what it did, where it was given a learned policy. */
export const LAMP_EVIDENCE: ShownEvidence = {
  act: { id: 'ask:0', label: 'ask for the colour' },
  rival: { id: 'recommend', label: 'recommend 3 lamps' },
  lead: 0.2,
  grounds: [
    { id: 'wish:0', kind: 'wish', label: 'You said: red', onAct: -0.3, onRival: 0.1, onLead: -0.4 },
    { id: 'item:1', kind: 'item', label: 'lamp 2 may do, 25 %', onAct: 0.1, onRival: 0, onLead: 0.1 },
  ],
};

/** Counts what was made and played again. */
interface FakeMaker extends ConciergeMaker {
  readonly created: ConciergeOptions[];
  restored: number;
}

/** Echoes. Says "nothing" to "unicorn" (an unmet wish), ends at "bye", throws at "crash". */
export function fakeMaker(): FakeMaker {
  const make = (options: ConciergeOptions, said: string[]): Concierge => {
    const horizon = options.horizon ?? 2;
    const reply = (text: string, ahead = horizon): Reply => ({
      text,
      act: 'ask',
      items: [],
      choices: ['red', 'blue'],
      understood: [],
      decision: {
        policy: ahead === 0 ? 'passive' : 'planned',
        horizon: ahead,
        chosen: 'ask:0',
        candidates: [{ id: 'ask:0', kind: 'ask', label: 'ask for the colour', value: 1, error: 0, samples: 0 }],
        why: 'because',
        cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
      },
      mind: { left: 4, total: 4, bits: 2, wishes: [], likeliest: [], attributes: [] },
      ended: said.at(-1) === 'bye',
    });
    return {
      open: () => reply('Which colour?'),
      say(text) {
        if (text === 'crash') throw new Error('the concierge fell over');
        said.push(text);
        if (text === 'unicorn') options.onUnmet?.({ wishes: ['kind: unicorn', 'price: under 5'], nearest: ['lamp 1'] });
        return reply(`${said.length}: ${text}`);
      },
      redecide: (ahead) => reply(`at horizon ${ahead}`, ahead),
      evidence: () => (options.learned ? LAMP_EVIDENCE : undefined),
      save: () => ({ version: 1, seed: String(options.seed ?? 1), horizon, said: [...said] }),
    };
  };
  const maker: FakeMaker = {
    created: [],
    restored: 0,
    create(_catalog, options) {
      maker.created.push(options);
      return make(options, []);
    },
    restore(_catalog, saved, options) {
      maker.restored++;
      return make({ ...options, seed: saved.seed, horizon: saved.horizon }, [...saved.said]);
    },
  };
  return maker;
}

/** Reads `a,b` lines; a line with another number of cells is an error with its place, as the catalogue's readers give. */
export const fakeReader: TableReader = async (bytes, file, words) => {
  const lines = new TextDecoder().decode(bytes).trim().split('\n');
  const ragged = lines.findIndex((line) => line.split(',').length !== 2);
  if (ragged >= 0) {
    throw new CatalogError('this row is ragged.', 'Give it two cells.', { file, line: ragged + 1, column: 1 });
  }
  const columns = lines[0].split(',').map((key) => ({
    key,
    label: words.columns?.[key]?.label ?? key.toLowerCase(),
    type: words.columns?.[key]?.type ?? ('category' as const),
    unit: null,
    role: null,
    askable: true,
    distinct: 1,
    empty: 0,
    unread: 0,
    examples: [],
    why: 'few values',
  }));
  return { catalog: lampCatalog(words.name ?? file), columns, sample: [] };
};
