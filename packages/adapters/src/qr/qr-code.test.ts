// The pictures of a transfer code: same cells in both, the right size, and a PNG any decoder reads.
import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { qrPng, qrSvg } from './qr-code.ts';

const payload = 'BCD\n002\n1\nSCT\n\nÉtablissements Vauban\nFR7630006000011234567890189\nEUR1234.56\n\n\nC00042';

/** Reads what `bilevelPng` writes: chunks with their checks, one bit per pixel. */
function readPng(png: Uint8Array): { side: number; isDark(x: number, y: number): boolean } {
  const bytes = Buffer.from(png);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const typed = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    found.set(typed.toString('latin1', 0, 4), typed.subarray(4));
    at += 12 + length;
  }
  const side = found.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(found.get('IDAT') ?? Buffer.alloc(0));
  const stride = 1 + Math.ceil(side / 8);
  expect(rows.length).toBe(stride * side);
  return { side, isDark: (x, y) => ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 };
}

it('draws the finder patterns inside a quiet zone of four modules', () => {
  const { side, isDark } = readPng(qrPng(payload));
  expect(side).toBeGreaterThanOrEqual(200);
  // The first dark pixel of the diagonal is the corner of a finder, four modules in; a finder is 7 modules wide, then white.
  let corner = 0;
  while (!isDark(corner, corner)) corner++;
  const module = corner / 4;
  expect(Number.isInteger(module)).toBe(true);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
  ] as const) {
    const at = (n: number, far: number): number => (far ? side - corner - (7 - n) * module : corner + n * module);
    const dark = (cx: number, cy: number): boolean => isDark(Math.floor(at(cx + 0.5, x)), Math.floor(at(cy + 0.5, y)));
    expect([0, 1, 2, 3, 4, 5, 6].map((n) => dark(n, 3))).toEqual([true, false, true, true, true, false, true]);
  }
});

it('gives the same cells as SVG', () => {
  const { side, isDark } = readPng(qrPng(payload));
  const svg = qrSvg(payload);
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = side / (size + 8);
  let cells = 0;
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let i = 0; i < Number(run); i++) {
      expect(isDark((Number(x) + i + 4) * scale, (Number(y) + 4) * scale)).toBe(true);
      cells++;
    }
  }
  let dark = 0;
  for (let y = 0; y < side; y += scale) for (let x = 0; x < side; x += scale) if (isDark(x, y)) dark++;
  expect(dark).toBe(cells);
});

it('stays within version 13, the largest a transfer code may have (EPC069-12)', () => {
  const svg = qrSvg('x'.repeat(331));
  expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeLessThanOrEqual(17 + 4 * 13);
});
