import { describe, expect, it } from 'vitest';
import { STRUCK_OUT, striker } from './strike-out.ts';
import type { Vault } from './vault.ts';

const vault = (isReleased: boolean): Vault => ({
  commitments: [{ id: 'v1', about: 'the animal', value: 'otter', isReleased, turn: 0 }],
});

describe('striking out', () => {
  it('strikes a text out that gives a commitment away, and no other', () => {
    const open = striker(vault(false), '');
    expect(open('It is an otter, of course.')).toBe(STRUCK_OUT);
    expect(open('It lives by the river.')).toBe('It lives by the river.');
  });

  it('lets through what the user has said, what is released, and everything where nothing is private', () => {
    const said = 'Is it an otter?';
    expect(striker(vault(false), said)('The user guessed otter.')).toBe('The user guessed otter.');
    expect(striker(vault(true), '')('It was an otter.')).toBe('It was an otter.');
    expect(striker({ commitments: [] }, '')('otter')).toBe('otter');
  });
});
