// QR code: a transfer payload as a picture, SVG for letters and PNG for e-mails. Error correction M, as EPC069-12 asks.
import QRCode from 'qrcode';
import { bilevelPng } from './png.ts';

/** Modules of white around the code (ISO/IEC 18004). */
const QUIET = 4;

/** One byte segment, as the payload's charset line announces UTF-8. */
const modulesOf = (payload: string) =>
  QRCode.create([{ data: Buffer.from(payload, 'utf8'), mode: 'byte' }], { errorCorrectionLevel: 'M' }).modules;

/** Black and white PNG, about `size` pixels wide, modules on whole pixels, quiet zone included. */
export function qrPng(payload: string, size = 240): Uint8Array {
  const modules = modulesOf(payload);
  const across = modules.size + 2 * QUIET;
  const scale = Math.max(1, Math.round(size / across));
  const inside = (module: number): boolean => module >= 0 && module < modules.size;
  return bilevelPng(
    across,
    scale,
    (x, y) => inside(x - QUIET) && inside(y - QUIET) && modules.get(y - QUIET, x - QUIET) === 1,
  );
}

/** SVG as one path, without quiet zone: the letter's layout leaves the white around it. */
export function qrSvg(payload: string): string {
  const modules = modulesOf(payload);
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let run = 0;
      while (x + run < size && modules.get(y, x + run)) run++;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path d="${path}"/></svg>`;
}
