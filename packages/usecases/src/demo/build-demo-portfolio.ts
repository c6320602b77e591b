// Builds the demo portfolio of a day: invented customers, three years of trade, the books and files that tell it. Pure and repeatable.
import type { Day } from '@quittance/core/kernel';
import { addDays } from '@quittance/core/kernel';
import { demoStatement } from './bank/demo-statement.ts';
import { contactsCsv, customersCsv, invoicesCsv, paymentsCsv } from './books/csv-text.ts';
import { keepBooks } from './books/keep-books.ts';
import { numberPieces, type Pieces } from './books/pieces.ts';
import { DEMO_COMPANY } from './people/company.ts';
import { crowd } from './people/crowd.ts';
import type { DemoCustomer, PastStep } from './people/demo-customer.ts';
import { describeCustomer } from './people/describe-customer.ts';
import type { DemoFile, DemoPortfolio, DemoStory } from './portfolio.ts';
import { STORIES } from './stories/all-stories.ts';
import { openOfStory } from './stories/open-of-story.ts';
import { type ToldStory, tellStory } from './stories/tell-story.ts';
import { crowdSales } from './trade/crowd-sales.ts';
import { type Exercise, exercisesOf, workedBefore } from './trade/days.ts';
import { scaleOpen } from './trade/scale-open.ts';
import { settleCrowd } from './trade/settle-crowd.ts';
import { joinTrades, type Trade } from './trade/trade.ts';

const OPEN_CENTS = 80_000_000;
const OVERDUE_PERCENT = 40;
// Ordinary sales of a story's customer end early enough to be paid long before today, whatever its terms.
const HISTORY_ENDS_DAYS_AGO = 200;

type People = Readonly<{ told: readonly ToldStory[]; crowd: readonly DemoCustomer[] }>;

const peopleOn = (today: Day): People => ({
  told: STORIES.map((plan, index) => tellStory(plan, describeCustomer(plan.customer, index + 1), today)),
  crowd: crowd().map((sketch, index) => describeCustomer(sketch, STORIES.length + index + 1)),
});

const tradeOf = ({ told, crowd: ordinary }: People, today: Day, exercises: readonly Exercise[]): Trade => {
  const history = addDays(today, -HISTORY_ENDS_DAYS_AGO);
  // The books of today are not written yet: what the bank tells of today is news.
  const eve = addDays(today, -1);
  const drafts = [
    ...told.flatMap(({ plan, customer }) => crowdSales(customer, today, plan.live ? eve : history, exercises)),
    ...ordinary.flatMap((customer) => crowdSales(customer, today, eve, exercises)),
  ];
  const stories = told.map((story) => openOfStory(story, today));
  const overdueCents = (OPEN_CENTS / 100) * OVERDUE_PERCENT - stories.reduce((sum, one) => sum + one.overdueCents, 0);
  const notDueCents =
    (OPEN_CENTS / 100) * (100 - OVERDUE_PERCENT) - stories.reduce((sum, one) => sum + one.notDueCents, 0);
  const scaled = scaleOpen(drafts, { totalCents: notDueCents + overdueCents, overdueCents }, today);
  return joinTrades([settleCrowd(scaled, today, exercises), ...told.map((story) => story.trade)]);
};

const storyOf = ({ plan, customer, trade }: ToldStory, pieces: Pieces): DemoStory => ({
  key: plan.key,
  situation: plan.situation,
  what: plan.what,
  customerRef: customer.ref,
  customerName: customer.name,
  invoiceNumbers: trade.sales.map(pieces.saleNumber),
});

const pastStepsOf = ({ plan, customer, invoices }: ToldStory, pieces: Pieces, today: Day): PastStep[] =>
  (plan.invoices ?? []).flatMap((planned, index) =>
    (planned.steps ?? []).map((step) => ({
      customerRef: customer.ref,
      invoiceNumber: pieces.saleNumber(invoices[index]!),
      rank: step.rank,
      on: workedBefore(addDays(today, step.on)),
    })),
  );

const filesOf = (
  trade: Trade,
  pieces: Pieces,
  context: { today: Day; exercises: readonly Exercise[]; people: People },
) => {
  const { today, exercises, people } = context;
  const customers = [...people.told.map((story) => story.customer), ...people.crowd];
  const books = keepBooks(trade, pieces, { siren: DEMO_COMPANY.siren, exercises, today });
  return [
    { name: 'clients.csv', kind: 'csv-customers', content: customersCsv(customers) },
    { name: 'interlocuteurs.csv', kind: 'csv-contacts', content: contactsCsv(customers) },
    ...books.map((book) => ({ ...book, kind: 'fec' as const })),
    { name: 'factures.csv', kind: 'csv-invoices', content: invoicesCsv(trade.sales, pieces) },
    { name: 'encaissements.csv', kind: 'csv-payments', content: paymentsCsv(trade.unlettered, pieces) },
  ] satisfies readonly DemoFile[];
};

/**
 * The demo seen from `today`: the same day always gives the same files, byte for byte. The books hold every payment; the bank's file
 * repeats those nobody lettered, with the invoices they name, and the import knows them again by customer, day and amount. So the
 * ledger ties to the 411 and 416 of the last books to the cent, before that file and after it.
 */
export function buildDemoPortfolio(today: Day): DemoPortfolio {
  const exercises = exercisesOf(today);
  const people = peopleOn(today);
  const trade = tradeOf(people, today, exercises);
  const pieces = numberPieces(trade, exercises);
  return {
    today,
    company: DEMO_COMPANY,
    files: filesOf(trade, pieces, { today, exercises, people }),
    statement: demoStatement({ trade, pieces, customers: people.crowd, today }),
    story: people.told.map((story) => storyOf(story, pieces)),
    pastSteps: people.told.flatMap((story) => pastStepsOf(story, pieces, today)),
    bounced: people.told
      .filter(({ customer }) => customer.reach === 'bounced')
      .flatMap(({ customer }) => (customer.email ? [{ customerRef: customer.ref, email: customer.email }] : [])),
  };
}
