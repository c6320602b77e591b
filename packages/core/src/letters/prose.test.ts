// Prose becomes blocks; nothing in the data can pass for markup; the invoices are always shown, once.
import { describe, expect, it } from 'vitest';
import { cleanProse, readProse, readRuns, readScript, shield, unshield } from './prose.ts';

const kinds = (text: string): readonly string[] => readProse(text).map((block) => block.kind);

describe('prose', () => {
  it('is cut at blank lines, markers and lists', () => {
    expect(kinds('Bonjour,\n\nVoici.\n[[factures]]\n- a\n- b\nFin\n\n[[paiement]]\n\nMerci')).toEqual([
      'paragraph',
      'paragraph',
      'invoices',
      'list',
      'paragraph',
      'payment',
      'paragraph',
    ]);
  });

  it('places the invoices and the ways to pay where the text does not', () => {
    expect(kinds('Bonjour')).toEqual(['paragraph', 'invoices', 'payment']);
    expect(kinds('a\n\n[[payment]]\n\nb')).toEqual(['paragraph', 'payment', 'paragraph', 'invoices']);
    expect(kinds('a\n\n[[invoices]]\n\nb\n\n[[INVOICES]]')).toEqual(['paragraph', 'invoices', 'payment', 'paragraph']);
  });

  it('adds nothing to a script', () => {
    expect(readScript('a\n- b').map((block) => block.kind)).toEqual(['paragraph', 'list']);
    expect(readScript('')).toEqual([]);
  });

  it('reads Windows line ends and spaces on blank lines', () => {
    expect(readScript('a\r\n \t\r\nb').length).toBe(2);
  });

  it.each([
    [
      'a **b** c',
      [
        ['a ', false],
        ['b', true],
        [' c', false],
      ],
    ],
    [
      '**b**',
      [
        ['', false],
        ['b', true],
      ],
    ],
    ['2 ** 3', [['2 ** 3', false]]],
    [
      '**a** et ** seul',
      [
        ['', false],
        ['a', true],
        [' et ** seul', false],
      ],
    ],
  ] as const)('reads bold in %s', (line, runs) => {
    expect(readRuns(line).map((run) => [run.text, run.bold])).toEqual(runs.map((run) => [...run]));
  });
});

describe('a text from the data', () => {
  it.each(['**gras**', '[[factures]]', '- puce', 'a\n\n[[paiement]]', 'x\r\nBcc: y', '\uE000[\uE001', '\u202Eeman'])(
    'is inert: %j',
    (value) => {
      const blocks = readScript(`${shield(value)} fin`);
      expect(blocks).toHaveLength(1);
      expect(blocks[0]).toMatchObject({ kind: 'paragraph' });
      const runs = blocks[0]?.kind === 'paragraph' ? (blocks[0].lines[0] ?? []) : [];
      expect(runs.every((run) => !run.bold)).toBe(true);
    },
  );

  it('comes back as it was', () => {
    expect(unshield(shield('Dupont - **SARL** [Lyon]'))).toBe('Dupont - **SARL** [Lyon]');
  });
});

describe('words typed for one message', () => {
  it('lose control, direction and private-use characters, and keep their lines', () => {
    expect(cleanProse(' Bonjour\u0000\u0007,\r\n\u202Etxt.exe\uE000\u2028Merci\tà vous ')).toBe(
      'Bonjour ,\ntxt.exe\nMerci à vous',
    );
  });
});
