// Picture: what a PNG or a JPEG says of itself in its first bytes. The name of a file and the word of a browser prove nothing.
import type { PictureView } from '@quittance/core/letters';

/** Largest picture of a letterhead, in bytes: it travels with every e-mail. */
export const MOST_PICTURE_BYTES = 1024 * 1024;

const MOST_PIXELS = 4000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_SIZE_AT = 16;
const JPEG_MARK = 0xff;

type Size = Readonly<{ width: number; height: number }>;

// Frame headers carry the size; DHT (c4), JPG (c8) and DAC (cc) lie in their range and are none.
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

function jpegSize(content: Buffer): Size | null {
  let at = 2;
  while (at + 9 < content.length) {
    if (content[at] !== JPEG_MARK) return null;
    const mark = content[at + 1] ?? 0;
    if (isFrame(mark)) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}

function sizeOf(content: Buffer): (Size & Pick<PictureView, 'format'>) | null {
  if (content.subarray(0, PNG.length).equals(PNG) && content.length > PNG_SIZE_AT + 8) {
    const [width, height] = [content.readUInt32BE(PNG_SIZE_AT), content.readUInt32BE(PNG_SIZE_AT + 4)];
    return { format: 'png', width, height };
  }
  if (content[0] !== JPEG_MARK || content[1] !== 0xd8) return null;
  const size = jpegSize(content);
  return size && { format: 'jpeg', ...size };
}

/** The picture; null where the bytes are no PNG or JPEG of at most 1 MiB and 4000 pixels a side. */
export function readPicture(content: Buffer): PictureView | null {
  if (content.length > MOST_PICTURE_BYTES) return null;
  const read = sizeOf(content);
  if (!read || Math.min(read.width, read.height) < 1 || Math.max(read.width, read.height) > MOST_PIXELS) return null;
  return { ...read, base64: content.toString('base64') };
}
