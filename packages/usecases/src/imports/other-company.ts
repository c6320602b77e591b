// Other company: whether a FEC's own name says that it is of another company than the one it is brought to.
import type { CompanyId } from '@quittance/core/kernel';
import { isSiren } from '@quittance/core/parties';
import { readFecFileName } from '@quittance/formats/fec';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** The SIREN of the name (arrêté du 29 juillet 2013: SIREN, "FEC", closing day) where the company has another; else null.
 * Nine digits that are no SIREN, such as the zeros of made-up books, tell nothing. */
export async function findOtherSiren(
  context: Context,
  file: Readonly<{ companyId: CompanyId; fileName: string; kind: string }>,
): Promise<{ siren: string; company: string } | null> {
  const siren = file.kind === 'fec' ? readFecFileName(file.fileName)?.siren : null;
  if (!siren || !isSiren(siren)) return null;
  const { letterhead } = await readOrganization(context, (tx) => getSettings(tx, file.companyId));
  const own = letterhead.siren?.replace(/\s/g, '');
  return own && own !== siren ? { siren, company: letterhead.name } : null;
}
