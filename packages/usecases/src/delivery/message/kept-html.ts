// Kept HTML: an e-mail's page as it is kept and shown again. Its pictures are parts of the e-mail (`cid:…`), which no page can load.

import type { Pictures } from '../../companies/pictures.ts';
import { type InlineImage, PICTURE_PARTS } from '../../ports/index.ts';

/** Largest picture kept within each page, in bytes: a transfer code is well below, a logo is kept once, with its company. */
const LARGEST_WITHIN = 4096;

const withPart = (html: string, part: string, contentType: string, base64: string): string =>
  html.replaceAll(`cid:${part}`, `data:${contentType};base64,${base64}`);

/** The page with its small pictures in it, to be kept with the message. */
export const keptHtml = (html: string, images: readonly InlineImage[]): string =>
  images
    .filter(({ content }) => content.byteLength <= LARGEST_WITHIN)
    .reduce(
      (page, { cid, contentType, content }) =>
        withPart(page, cid, contentType, Buffer.from(content).toString('base64')),
      html,
    );

/** A kept page with the letterhead's pictures of today; a picture that is nowhere leaves its words. */
export const shownHtml = (html: string, pictures: Pictures): string =>
  (['logo', 'signature'] as const)
    .reduce((page, which) => {
      const picture = pictures[which];
      return picture ? withPart(page, PICTURE_PARTS[which], `image/${picture.format}`, picture.base64) : page;
    }, html)
    .replace(/ src="cid:[^"]*"/g, '');
