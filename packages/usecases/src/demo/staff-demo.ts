// Staff the demo: its invented colleagues become members, and what they noted stands on the customers who owe most.
import { randomBytes } from 'node:crypto';
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { listCustomers } from '@quittance/db/customers';
import { customerScope, getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { writeNote } from '../customers/index.ts';
import type { PasswordHasher } from '../ports/index.ts';
import { createUser } from '../users/index.ts';
import { DEMO_NOTES, DEMO_TEAM } from './people/team.ts';

const PASSWORD_BYTES = 24;

/** Makes the colleagues and writes their notes; answers who they are, as the journal names them. */
export async function staffDemo(
  context: Context,
  hashPassword: PasswordHasher,
  companyId: CompanyId,
): Promise<string[]> {
  const authors: string[] = [];
  for (const member of DEMO_TEAM) {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const made = await createUser(context, hashPassword, { ...member, password, language: 'fr' });
    if (made.ok) authors.push(`user:${made.value}`);
  }
  const { items } = await readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    const on = localDay(context.clock.now().getTime(), settings.timezone);
    const page = { sort: 'overdue', descending: true, limit: DEMO_NOTES.length, offset: 0 } as const;
    return listCustomers(tx, { filters: {}, scope: customerScope(settings, on), page });
  });
  for (const [index, { customerId }] of items.entries()) {
    const actor = authors[index % Math.max(1, authors.length)] ?? context.actor;
    await writeNote({ ...context, actor }, { companyId, customerId, invoiceId: null, text: DEMO_NOTES[index]! });
  }
  return authors;
}
