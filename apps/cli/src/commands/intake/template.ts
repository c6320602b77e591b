// quittance template: the CSV of a kind, with its header and two example rows.
import type { TableKind } from '@quittance/core/intake';
import { ok } from '@quittance/core/kernel';
import { templateCsv } from '@quittance/formats/csv';
import type { Call } from '../../run/cli.ts';
import { answer, conclude, type Desk } from '../../run/desk.ts';

/** The command. */
export const run = (desk: Desk, { args }: Call<unknown>): Promise<number> =>
  conclude(desk, async () => {
    const kind = args[0] as TableKind;
    const csv = templateCsv(kind, desk.language);
    return desk.globals.json ? answer({ kind, csv }, '') : ok({ bytes: [Buffer.from(csv)] });
  });
