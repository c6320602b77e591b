// Views of deeds, announcements and claims: people by name, instants as text.
import type { AnnouncementView, ClaimLine, ClaimView, DeedView } from '@quittance/contracts/api';
import { ratePercent } from '@quittance/core/kernel';
import type { ClaimDraft } from '@quittance/core/payments';
import type { AnnouncementRow, ClaimRow, DeedRow } from '@quittance/db/payments';
import type { Database } from '@quittance/db/tx';
import { withPeople } from '../people.ts';

/** Deeds as they are answered. */
export async function deedViews(db: Database, rows: readonly DeedRow[]): Promise<DeedView[]> {
  const named = await withPeople(db, 'undoneBy', await withPeople(db, 'actor', rows));
  return named.map((row) => ({ ...pick(row), at: row.at.toISOString() }) as DeedView);
}

// A deed found to be undone carries what it wrote besides: that stays inside.
const pick = (row: DeedRow): Omit<DeedRow, 'at'> => {
  const {
    outPaymentId: _o,
    inPaymentId: _i,
    creditNoteId: _c,
    freedIds: _f,
    holdIds: _h,
    taskId: _t,
    ...rest
  } = row as DeedRow & Record<string, unknown>;
  return rest as DeedRow;
};

/** One deed as it is answered. */
export const deedView = async (db: Database, row: DeedRow): Promise<DeedView> => (await deedViews(db, [row]))[0]!;

/** Announcements as they are answered. */
export async function announcementViews(db: Database, rows: readonly AnnouncementRow[]): Promise<AnnouncementView[]> {
  const named = await withPeople(db, 'endedBy', await withPeople(db, 'actor', rows));
  return named.map(
    ({ holdIds: _, ...row }) =>
      ({
        ...row,
        heldUntilOn: row.heldUntilOn ?? row.expectedOn,
        announcedAt: row.announcedAt.toISOString(),
      }) as AnnouncementView,
  );
}

/** One announcement as it is answered. */
export const announcementView = async (db: Database, row: AnnouncementRow): Promise<AnnouncementView> =>
  (await announcementViews(db, [row]))[0]!;

const segmentViews = (segments: readonly unknown[]): ClaimLine['segments'] =>
  (segments as ClaimDraft['segments']).map(({ rate, ...segment }) => ({ ...segment, ratePct: ratePercent(rate) }));

/** Claims as they are answered. */
export async function claimViews(db: Database, rows: readonly ClaimRow[]): Promise<ClaimView[]> {
  const named = await withPeople(db, 'claimedBy', await withPeople(db, 'decidedBy', rows));
  return named.map(({ waiverDeedId: _w, isWaivedByRule: _r, holdId: _h, segments, ...row }) => ({
    ...(row as unknown as ClaimView),
    segments: segmentViews(segments),
  }));
}

/** One claim as it is answered. */
export const claimView = async (db: Database, row: ClaimRow): Promise<ClaimView> => (await claimViews(db, [row]))[0]!;

/** A line of a preview as it is answered. */
export const lineView = (
  line: ClaimDraft & Readonly<{ term: { invoiceId: number; invoiceNumber: string; dueOn: string } }>,
): ClaimLine => {
  const { term, segments, ...rest } = line;
  const principal = {
    principalInvoiceId: term.invoiceId,
    principalNumber: term.invoiceNumber,
    principalDueOn: term.dueOn,
  };
  return { ...rest, ...principal, segments: segmentViews(segments) } as ClaimLine;
};
