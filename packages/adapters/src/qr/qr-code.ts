// QR code: a transfer payload as a picture, SVG for letters and PNG for e-mails. Error correction M, as EPC069-12 asks.
import QRCode from 'qrcode';

const LEVEL = 'M';
/** Modules of white around the code (ISO/IEC 18004). */
const QUIET = 4;

/** Black and white PNG, `size` pixels wide at least, modules on whole pixels. */
export function qrPng(payload: string, size = 240): Promise<Uint8Array> {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: LEVEL });
  const scale = Math.max(1, Math.round(size / (modules.size + 2 * QUIET)));
  return QRCode.toBuffer(payload, { errorCorrectionLevel: LEVEL, margin: QUIET, scale, type: 'png' });
}

/** SVG as one path, without quiet zone: the letter's layout leaves the white around it. */
export function qrSvg(payload: string): string {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: LEVEL });
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
