// The stage of a story: an organization with one company on a real database, a clock the story moves, a recording renderer and mail server.
import { instantAt } from '@quittance/core/calendar';
import {
  addDays,
  type CompanyId,
  type CustomerId,
  type Day,
  day,
  type OrgId,
  ok,
  type ReceivableId,
} from '@quittance/core/kernel';
import { checkView, type MessageView } from '@quittance/core/letters';
import { listOutbox } from '@quittance/db/outbox';
import { type Database, withOrg } from '@quittance/db/tx';
import { Portfolio } from '@quittance/testkit/ledger';
import { type RawBuilder, sql } from 'kysely';
import { createCompany } from '../src/companies/create-company.ts';
import type { Context } from '../src/context/index.ts';
import { readOrganization } from '../src/context/index.ts';
import { deliverDue } from '../src/delivery/deliver-due.ts';
import type { DeliveryPorts } from '../src/delivery/ports.ts';
import { clockAt } from '../src/ports/clock.ts';
import type { MailSender, MessageRenderer, OutgoingMail, SendOutcome } from '../src/ports/index.ts';
import { type ApprovalMode, approveReminders, keyOf, planDay, runReminders } from '../src/reminders/index.ts';

/** Which worker a stage is unless the story says otherwise. */
const WORKER = 1;

/** Renders a message as its sum and its lines, enough to see what it says. Views whose sums do not hold are refused, as by the real one. */
const plainRenderer: MessageRenderer = {
  renderMessage: async (view: MessageView) => {
    const checked = checkView(view);
    if (!checked.ok) return checked;
    const text = `${view.lines.map((line) => `${line.number}=${line.openCents}`).join(' ')} total=${view.totalCents} until=${view.deadlineOn ?? '-'}`;
    const subject = `${view.tone} ${view.language}`;
    if (view.channel === 'email') return ok({ kind: 'email', subject, text, html: `<p>${text}</p>`, images: [] });
    if (view.channel === 'letter' || view.channel === 'registered_letter') {
      return ok({
        kind: 'letter',
        subject,
        pdf: new TextEncoder().encode(text),
        pages: 1,
        registered: view.channel === 'registered_letter',
      });
    }
    return ok({ kind: 'script', subject, text });
  },
};

/** What left on one day, as a story tells it: "email courteous C1 F1". */
export type Left = string;

/** One organization and company, and the days that pass over them. */
export class Stage {
  readonly db: Database;
  readonly portfolio: Portfolio;
  readonly mails: OutgoingMail[] = [];
  /** Every view rendered, in order. */
  readonly views: MessageView[] = [];
  readonly orgId: OrgId;
  readonly companyId: CompanyId;
  on: Day;
  hour = 10;
  answer: (mail: OutgoingMail) => SendOutcome | Promise<SendOutcome> = () => ({
    kind: 'sent',
    response: '250 ok',
    refused: [],
  });
  render: MessageRenderer['renderMessage'] = plainRenderer.renderMessage;
  worker = WORKER;

  private constructor(db: Database, ids: Readonly<{ orgId: OrgId; companyId: CompanyId }>, on: Day) {
    this.db = db;
    this.orgId = ids.orgId;
    this.companyId = ids.companyId;
    this.portfolio = new Portfolio(db, ids);
    this.on = on;
  }

  /** A fresh company in an organization of its own, on a day. */
  static async open(db: Database, name: string, on: string): Promise<Stage> {
    const { rows } = await sql<{ id: OrgId }>`SELECT create_organization(${name}, ${name}) AS id`.execute(db);
    const orgId = rows[0]!.id;
    const clock = clockAt(new Date(`${on}T08:00:00Z`));
    const companyId = await createCompany(
      { db, orgId, actor: 'test', clock },
      { code: 'main', name: 'Atelier Vauban', siren: null },
    );
    return new Stage(db, { orgId, companyId }, day(on));
  }

  get context(): Context {
    const at = instantAt(this.on, this.hour, 'Europe/Paris');
    return { db: this.db, orgId: this.orgId, actor: 'user:test', clock: clockAt(new Date(at)) };
  }

  get ports(): DeliveryPorts {
    const mail: MailSender = {
      send: async (message) => {
        const outcome = await this.answer(message);
        if (outcome.kind === 'sent') this.mails.push(message);
        return outcome;
      },
      verify: async () => ({ ok: true, server: 'test', secure: false, authenticated: false }),
      close: async () => {},
    };
    const renderMessage: MessageRenderer['renderMessage'] = (view, template) => {
      this.views.push(view);
      return this.render(view, template);
    };
    return { renderer: { renderMessage }, mail, worker: this.worker };
  }

  pass(days = 1): void {
    this.on = addDays(this.on, days);
  }

  /** Changes the company's policy or test mode. */
  async set(policy: Readonly<Record<string, unknown>>, options: Readonly<{ testMode?: boolean }> = {}): Promise<void> {
    await withOrg(this.db, this.orgId, async (tx) => {
      await sql`UPDATE companies SET policy = policy || ${JSON.stringify(policy)}::jsonb,
        test_mode = coalesce(${options.testMode ?? null}, test_mode)
        WHERE org_id = current_org() AND company_id = ${this.companyId}`.execute(tx);
    });
  }

  /** Messages really leave from now on, from an address of the company's. */
  async goLive(): Promise<void> {
    await this.sql(sql`UPDATE companies SET letterhead = letterhead || '{"email": "compta@vauban.example"}'::jsonb`);
    await this.set({}, { testMode: false });
  }

  /** A statement of the story, as the application's own role. */
  async sql<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    return withOrg(this.db, this.orgId, async (tx) => (await statement.execute(tx)).rows as Row[]);
  }

  /** One invoice of one due term for a customer; its receivable. */
  async owed(customer: CustomerId, number: string, dueOn: string, cents = 120_000): Promise<ReceivableId> {
    const issuedOn = addDays(day(dueOn), -30);
    const { receivables } = await this.portfolio.invoice({ customer, number, issuedOn, terms: [{ dueOn, cents }] });
    return receivables[0]!;
  }

  /** Rank reached by each due term: "F1/1" → 2. Terms without a step done are left out. */
  async levels(): Promise<Record<string, number>> {
    const rows = await this.sql<{ term: string; rank: number }>(sql`
      SELECT i.number || '/' || r.term_no AS term, max(l.rank) AS rank FROM receivable_levels l
      JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id
      JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      WHERE l.org_id = current_org() GROUP BY 1 ORDER BY 1`);
    return Object.fromEntries(rows.map((row) => [row.term, Number(row.rank)]));
  }

  /** What was said so far, oldest first: "2027-03-08 email to c1@client.example: F1=120000 total=120000 until=2027-03-15". */
  async said(): Promise<string[]> {
    const rows = await this.sql<{ text: string }>(sql`
      SELECT a.done_on || ' ' || a.channel || ' to ' || m.to_address || ': ' || m.text_body AS text
      FROM actions a JOIN messages m ON m.org_id = a.org_id AND m.action_id = a.action_id
      WHERE a.org_id = current_org() AND a.state = 'sent' ORDER BY a.done_on, a.action_id`);
    return rows.map((row) => row.text);
  }

  /** Actions in a state, oldest first: "email courteous C1: invoice_settled". */
  async inState(state: string): Promise<string[]> {
    const rows = await this.sql<{ text: string }>(sql`
      SELECT a.channel || ' ' || a.step || ' ' || c.ref || coalesce(': ' || a.reason, '') AS text
      FROM actions a JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
      WHERE a.org_id = current_org() AND a.state = ${state} ORDER BY a.action_id`);
    return rows.map((row) => row.text);
  }

  /** Open tasks by customer, the oldest first: "decide C1", "repair_contact C2 email bounced". */
  async tasks(): Promise<string[]> {
    const rows = await this.sql<{ text: string }>(sql`
      SELECT concat_ws(' ', t.kind, c.ref, t.facts ->> 'channel', t.facts ->> 'reason') AS text
      FROM tasks t JOIN customers c ON c.org_id = t.org_id AND c.customer_id = t.customer_id
      WHERE t.org_id = current_org() AND t.state = 'open' ORDER BY c.ref, t.task_id`);
    return rows.map((row) => row.text);
  }

  /** Delivers what is approved and due at this hour of the day. */
  deliver() {
    return deliverDue(this.context, this.ports, { companyId: this.companyId, on: this.on });
  }

  plan() {
    return readOrganization(this.context, (tx) => planDay(tx, { companyId: this.companyId, on: this.on }));
  }

  run(approve: ApprovalMode = 'all') {
    return runReminders(this.context, this.ports, { companyId: this.companyId, on: this.on, approve });
  }

  async approveAll() {
    const { plan } = await this.plan();
    return approveReminders(this.context, { companyId: this.companyId, on: this.on, keys: plan.actions.map(keyOf) });
  }

  /** Why an invoice gets nothing today: "reason until", or null when it is in an action. */
  async silence(number: string): Promise<string | null> {
    const { plan } = await this.plan();
    const hold = plan.holds.find((each) => each.invoiceNumber === number);
    return hold ? `${hold.reason} ${hold.until ?? '-'}` : null;
  }

  /** Everything handed over so far, in order: "2027-03-01 email courteous C1". */
  async left(): Promise<Left[]> {
    const { items } = await withOrg(this.db, this.orgId, (tx) =>
      listOutbox(tx, { companyId: this.companyId, states: ['sent', 'uncertain'], limit: 1000, offset: 0 }),
    );
    return items
      .map((row) => ({ row, text: `${row.doneOn} ${row.channel} ${row.step} ${row.customerRef}` }))
      .sort((a, b) =>
        a.row.doneOn === b.row.doneOn ? a.row.actionId - b.row.actionId : a.row.doneOn! < b.row.doneOn! ? -1 : 1,
      )
      .map(({ text }) => text);
  }

  /** Lives through days: each one runs the reminders with everything approved. Returns what left, "day channel step customer". */
  async live(days: number, eachDay: (on: Day) => Promise<void> = async () => {}): Promise<Left[]> {
    for (let n = 0; n < days; n += 1) {
      await eachDay(this.on);
      await this.run();
      this.pass();
    }
    return this.left();
  }
}
