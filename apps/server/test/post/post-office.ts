// Post office: a company that really sends, with the real renderer and SMTP sender, and a complete mail server on the loopback that
// answers as a test tells it to.
import type { AddressInfo } from 'node:net';
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createSmtpSender } from '@quittance/adapters/smtp';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { addDays, type CompanyId, type Day, day, type OrgId } from '@quittance/core/kernel';
import { type Database, withOrg } from '@quittance/db/tx';
import { Portfolio, type RawBuilder, sql } from '@quittance/testkit/ledger';
import { createCompany } from '@quittance/usecases/companies';
import type { Context } from '@quittance/usecases/context';
import { type DeliveryPorts, deliverDue } from '@quittance/usecases/delivery';
import { clockAt } from '@quittance/usecases/ports';
import { approveReminders, keyOf, PlanShelf, runReminders } from '@quittance/usecases/reminders';
import { SMTPServer } from 'smtp-server';

/** A refusal as a mail server words it. */
export const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** What a mail server does with a recipient, and with a whole message; null takes it. */
export type Manners = {
  recipient(address: string): Error | null;
  message(messageId: string, taken: number): Error | 'drop' | null;
  delayMs: number;
};

/** A mail server that keeps what it took. */
export type MailServer = Readonly<{
  port: number;
  manners: Manners;
  /** Message-IDs taken, in order. */
  taken: string[];
  raw: string[];
  close(): Promise<void>;
}>;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens one; `port` 0 takes any. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const taken: string[] = [];
  const raw: string[] = [];
  const manners: Manners = { recipient: () => null, message: () => null, delayMs: 0 };
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 30_000_000,
    onRcptTo: ({ address }, _session, done) => done(manners.recipient(address)),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const text = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID: <(.+)>/im.exec(text)?.[1] ?? '';
        await wait(manners.delayMs);
        const answer = manners.message(messageId, taken.length);
        if (answer instanceof Error) return done(answer);
        taken.push(messageId);
        raw.push(text);
        if (answer === null) return done();
        for (const { _socket } of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
          .connections)
          _socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address() as AddressInfo;
  return {
    port: address.port,
    manners,
    taken,
    raw,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** SMTP settings for a server on the loopback, impatient. */
export const impatient = (port: number) => ({
  ...{ host: '127.0.0.1', port, security: 'none' as const, user: null, password: null },
  timeouts: { connect: 2_000, greeting: 2_000, answer: 2_000 },
});

let letters: ReturnType<typeof createLetterRenderer> | null = null;
function renderer() {
  letters ??= createLetterRenderer();
  return createMessageRenderer({ engine: createTemplateEngine(), letters });
}

/** Ends the workers that make PDFs, at the end of a file; another file of the same process has its own. */
export async function closeRenderer(): Promise<void> {
  const closing = letters;
  letters = null;
  await closing?.close();
}

/** A company whose messages really leave, on a day at an hour of Paris winter time. */
export class PostOffice {
  readonly db: Database;
  readonly orgId: OrgId;
  readonly companyId: CompanyId;
  readonly portfolio: Portfolio;
  on: Day;
  hour = 10;
  port: number;

  private constructor(
    db: Database,
    ids: Readonly<{ orgId: OrgId; companyId: CompanyId }>,
    at: Readonly<{ on: Day; port: number }>,
  ) {
    this.db = db;
    this.orgId = ids.orgId;
    this.companyId = ids.companyId;
    this.portfolio = new Portfolio(db, ids);
    this.on = at.on;
    this.port = at.port;
  }

  /** Opens one on Monday 8 March 2027, in an organization of its own. */
  static async open(db: Database, name: string, port: number): Promise<PostOffice> {
    const { rows } = await sql<{ id: OrgId }>`SELECT create_organization(${name}, ${name}) AS id`.execute(db);
    const orgId = rows[0]!.id;
    const clock = clockAt(new Date('2027-03-08T09:00:00Z'));
    const company = { code: 'main', name: 'Atelier Vauban', siren: null };
    const companyId = await createCompany({ db, orgId, actor: 'test', clock }, company);
    const post = new PostOffice(db, { orgId, companyId }, { on: day('2027-03-08'), port });
    await post.sql(sql`UPDATE companies SET test_mode = false, letterhead = '{"email": "compta@vauban.example"}'`);
    return post;
  }

  get context(): Context {
    const clock = clockAt(new Date(`${this.on}T${String(this.hour - 1).padStart(2, '0')}:00:00Z`));
    return { db: this.db, orgId: this.orgId, actor: 'user:test', clock };
  }

  async sql<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    return withOrg(this.db, this.orgId, async (tx) => (await statement.execute(tx)).rows as Row[]);
  }

  /** A customer who owes one invoice due on 1 March: its first reminder is today's. */
  async debtor(ref: string, given: Partial<Parameters<Portfolio['customer']>[0]> = {}) {
    const customer = await this.portfolio.customer({ ref, ...given });
    const terms = [{ dueOn: '2027-03-01', cents: 120_000 }];
    await this.portfolio.invoice({ customer, number: `F-${ref}`, issuedOn: '2027-01-30', terms });
    return customer;
  }

  async #withSender<T>(act: (ports: DeliveryPorts) => Promise<T>, worker = 1): Promise<T> {
    const mail = createSmtpSender(impatient(this.port));
    return act({ renderer: renderer(), mail, worker }).finally(() => mail.close());
  }

  run(approve: 'all' | 'none' = 'all') {
    const scope = { companyId: this.companyId, on: this.on };
    return this.#withSender((ports) => runReminders(this.context, ports, { ...scope, approve }));
  }

  deliver(worker = 1) {
    const scope = { companyId: this.companyId, on: this.on };
    return this.#withSender((ports) => deliverDue(this.context, ports, scope), worker);
  }

  async approveAll(): Promise<number> {
    const { plan } = await new PlanShelf().read(this.context, { companyId: this.companyId, on: this.on });
    const keys = plan.actions.map(keyOf);
    return (await approveReminders(this.context, { companyId: this.companyId, on: this.on, keys })).done;
  }

  /** The day after, or some days after. */
  pass(days = 1): void {
    this.on = addDays(this.on, days);
  }

  /** Actions, oldest first: "email courteous C1 sent", with the reason where there is one. */
  async told(): Promise<string[]> {
    const rows = await this.sql<{ text: string }>(sql`
      SELECT concat_ws(' ', a.channel, a.step, c.ref, a.state, a.reason) AS text FROM actions a
      JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
      WHERE a.org_id = current_org() ORDER BY a.action_id`);
    return rows.map((row) => row.text);
  }

  /** Open tasks: "repair_contact C1". */
  async tasks(): Promise<string[]> {
    const rows = await this.sql<{ text: string }>(sql`
      SELECT t.kind || ' ' || c.ref AS text FROM tasks t JOIN customers c ON c.org_id = t.org_id AND c.customer_id = t.customer_id
      WHERE t.org_id = current_org() AND t.state = 'open' ORDER BY c.ref, t.task_id`);
    return rows.map((row) => row.text);
  }

  /** Ids of the actions in a state. */
  async idsIn(state: string): Promise<number[]> {
    const rows = await this.sql<{ id: number }>(
      sql`SELECT action_id AS id FROM actions WHERE org_id = current_org() AND state = ${state} ORDER BY action_id`,
    );
    return rows.map((row) => row.id);
  }
}
