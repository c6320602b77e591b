// Keep the proof of a letter: the receipt of its posting or of its delivery, scanned, with its line in the journal.
import { type ActionId, type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { listOwnActions } from '@quittance/db/outbox';
import { saveProof } from '@quittance/db/outbox/write';
import { type Context, inOrganization } from '../context/index.ts';
import { keepFile } from '../files/index.ts';
import { proofKindOf } from './proof-kind.ts';

/** The file and the letter it proves. */
export type ProofOrder = Readonly<{ companyId: CompanyId; actionId: ActionId; name: string; content: Uint8Array }>;

/** Why a proof is not kept. */
export type ProofRefusal = Readonly<{ code: 'not_found' | 'file_refused' | 'state_forbids' }>;

/** Thrown to undo the transaction: a file that proves nothing is not kept. */
class NoSuchLetter extends Error {}

/** Keeps the proof; a later one takes the place of the first, which stays named in the journal. Refused: a file that is no PDF, PNG or
 * JPEG; anything but a letter that was sent. */
export async function keepProof(context: Context, order: ProofOrder): Promise<Result<string, ProofRefusal>> {
  const { companyId, actionId, name, content } = order;
  const mediaType = proofKindOf(content);
  try {
    return await inOrganization(context, async (tx) => {
      if ((await listOwnActions(tx, companyId, [actionId])).length === 0) return refuse({ code: 'not_found' });
      if (!mediaType) return refuse({ code: 'file_refused' });
      const sha256 = await keepFile(tx, { name, mediaType, content });
      if (!(await saveProof(tx, actionId, sha256))) throw new NoSuchLetter();
      const payload = { sha256, name, mediaType, bytes: content.byteLength };
      const about = { actor: context.actor, subject: 'action', subjectId: actionId };
      await appendEvent(tx, { kind: 'letter.proof_kept', ...about, payload });
      return ok(sha256);
    });
  } catch (error) {
    if (error instanceof NoSuchLetter) return refuse({ code: 'state_forbids' });
    throw error;
  }
}
