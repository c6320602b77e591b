// Pictures of the letterhead in an e-mail: parts of the message itself, so that nothing is fetched from elsewhere.
import type { PictureView, SenderView } from '@quittance/core/letters';
import { type InlineImage, PICTURE_PARTS } from '@quittance/usecases/ports';
import { escapeHtml } from './escape.ts';

/** Largest sizes as shown, in CSS pixels. */
const LOGO = { width: 240, height: 56 };
const SIGNATURE = { width: 220, height: 80 };

type Box = Readonly<{ width: number; height: number }>;

function pictureHtml(picture: PictureView, box: Box, { cid, alt }: Readonly<{ cid: string; alt: string }>): string {
  const scale = Math.min(1, box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width, picture.height].map((pixels) => Math.max(1, Math.round(pixels * scale)));
  return `<img src="cid:${cid}" width="${width}" height="${height}" alt="${escapeHtml(alt)}" style="display:block;width:${width}px;height:${height}px;border:0;margin:0 0 8px 0">`;
}

/** The logo, or nothing. */
export const logoHtml = ({ logo, name }: SenderView): string =>
  logo ? pictureHtml(logo, LOGO, { cid: PICTURE_PARTS.logo, alt: name }) : '';

/** The signature, or nothing; a picture of what the lines beside it say. */
export const signaturePictureHtml = ({ signature }: SenderView): string =>
  signature ? pictureHtml(signature, SIGNATURE, { cid: PICTURE_PARTS.signature, alt: '' }) : '';

const inline = (picture: PictureView | undefined, cid: string, name: string): InlineImage[] =>
  picture
    ? [
        {
          cid,
          filename: `${name}.${picture.format === 'jpeg' ? 'jpg' : 'png'}`,
          contentType: `image/${picture.format}`,
          content: Buffer.from(picture.base64, 'base64'),
        },
      ]
    : [];

/** The pictures as parts of the message. */
export const letterheadImages = ({ logo, signature }: SenderView): InlineImage[] => [
  ...inline(logo, PICTURE_PARTS.logo, 'logo'),
  ...inline(signature, PICTURE_PARTS.signature, 'signature'),
];
