// Picture as SVG: Typst takes pictures as bytes, which JSON has none of; inside an SVG they travel as text.
import type { PictureView } from '@quittance/core/letters';

/** The SVG; null where there is no picture. */
export const pictureSvg = (picture: PictureView | undefined): string | null => {
  if (!picture) return null;
  const { format, width, height, base64 } = picture;
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"><image ${size} href="data:image/${format};base64,${base64}"/></svg>`;
};
