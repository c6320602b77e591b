// quittance terms-check: invoices whose terms exceed the legal maximum, open or of the last twelve months.
import type { Day } from '@quittance/core/kernel';
import { checkAgreedTerms } from '@quittance/usecases/terms';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ on?: Day }>;

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, async ({ context, settings, on, words: { headers, says } }) => {
    const right = (header: string) => ({ header, right: true });
    const { invoice, customer, agreed, legal, over, rule } = headers;
    const columns = [
      { header: invoice },
      { header: customer },
      right(agreed),
      right(legal),
      right(over),
      { header: rule },
    ];
    const found = await checkAgreedTerms(context, { companyId: settings.companyId, on });
    const lines = found.map(({ invoiceId: _, number, customerRef, ...rest }) => ({
      invoice: number,
      customer: customerRef,
      ...rest,
    }));
    const rows = lines.map((line) => [
      line.invoice,
      line.customer,
      String(line.agreedDays),
      String(line.legalMaxDays),
      String(line.overByDays),
      `${line.rule} (${line.article})`,
    ]);
    return answer(lines, lines.length === 0 ? says.nothing : tableText(columns, rows));
  });
