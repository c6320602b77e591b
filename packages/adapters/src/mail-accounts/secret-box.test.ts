import { describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('un secret de dossier de plus de trente-deux caractères');

describe('a sealed secret', () => {
  it('opens again for its owner', () => {
    expect(box.open('1.2', box.seal('1.2', 'motdepasse é€'))).toBe('motdepasse é€');
  });

  it('does not show what it holds, and is never twice the same', () => {
    const [one, two] = [box.seal('1.2', 'motdepasse'), box.seal('1.2', 'motdepasse')];
    expect(Buffer.from(one).toString('latin1')).not.toContain('motdepasse');
    expect(one).not.toEqual(two);
  });

  it.each<[string, (sealed: Uint8Array) => [owner: string, sealed: Uint8Array]]>([
    ['another owner', (sealed) => ['1.3', sealed]],
    ['a changed byte', (sealed) => ['1.2', sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))]],
    ['a cut end', (sealed) => ['1.2', sealed.slice(0, -1)]],
    ['nothing', () => ['1.2', new Uint8Array()]],
  ])('stays shut to %s', (_, spoil) => {
    expect(box.open(...spoil(box.seal('1.2', 'motdepasse')))).toBeNull();
  });

  it('stays shut to the key of another folder', () => {
    const other = createSecretBox('le secret d’un autre dossier, tout aussi long que lui');
    expect(other.open('1.2', box.seal('1.2', 'motdepasse'))).toBeNull();
  });
});
