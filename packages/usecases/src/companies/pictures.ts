// Pictures of a letterhead: logo and signature, kept by their hash, printed on letters, statements and e-mails.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { PictureView } from '@quittance/core/letters';
import { type CompanyRow, findCompany } from '@quittance/db/companies';
import { updatePicture } from '@quittance/db/companies/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { keepFile, takeFile } from '../files/index.ts';
import { readPicture } from './picture.ts';

/** Which picture. */
export type PictureName = 'logo' | 'signature';

/** The pictures of a company; absent where there is none. */
export type Pictures = Readonly<{ logo?: PictureView; signature?: PictureView }>;

// A hash names one content for ever: what was read once is not read again for each plan and message.
const MOST_KEPT = 16;
const kept = new Map<string, PictureView>();

async function takePicture(tx: Tx, sha256: string | null): Promise<PictureView | undefined> {
  if (sha256 === null) return undefined;
  const known = kept.get(sha256);
  if (known) return known;
  const file = await takeFile(tx, sha256);
  const picture = file && readPicture(file.content);
  if (!picture) return undefined;
  for (const oldest of kept.keys()) if (kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(sha256, picture);
  return picture;
}

/** Reads the pictures of a stored company. */
export async function takePictures(tx: Tx, row: CompanyRow): Promise<Pictures> {
  const logo = await takePicture(tx, row.logoSha256);
  const signature = await takePicture(tx, row.signatureSha256);
  return { ...(logo && { logo }), ...(signature && { signature }) };
}

/** Puts a picture on the letterhead, or takes it away (null). Refuses what is no PNG or JPEG of a fitting size. */
export async function changePicture(
  context: Context,
  companyId: CompanyId,
  picture: Readonly<{ which: PictureName; file: Readonly<{ name: string; content: Buffer }> | null }>,
): Promise<Result<true, Readonly<{ code: 'picture_refused' | 'not_found' }>>> {
  const { which, file } = picture;
  const read = file && readPicture(file.content);
  if (file && !read) return refuse({ code: 'picture_refused' });
  return inOrganization(context, async (tx) => {
    if (!(await findCompany(tx, companyId))) return refuse({ code: 'not_found' });
    const sha256 = file ? await keepFile(tx, { ...file, mediaType: `image/${read?.format}` }) : null;
    await updatePicture(tx, companyId, { which, sha256 });
    const payload = { which, sha256, name: file?.name ?? null, bytes: file?.content.length ?? 0 };
    await appendEvent(tx, { kind: 'company.picture_changed', subject: 'company', subjectId: companyId, payload });
    return ok(true);
  });
}
