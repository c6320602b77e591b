// Writes what makes the books credible around the sales: purchases, wages and VAT, month by month, each paid in the next.
import { addDays, addMonths, type Day, dayOf, endOfMonth, monthOf, yearOf } from '@quittance/core/kernel';
import { type Exercise, workedAfter, workedBefore } from '../trade/days.ts';
import type { Auxiliary, Entry } from './entry.ts';
import { lineOf } from './write-trade.ts';

const SUPPLIERS: readonly (Auxiliary & { percent: number })[] = [
  { ref: 'F0001', name: 'Inox Courcelande', percent: 34 },
  { ref: 'F0002', name: 'Froid Industriel Lamorlange', percent: 13 },
  { ref: 'F0003', name: 'Transports Rochevaire', percent: 5 },
];

const WAGES_PERCENT = 24;
const VAT_PERCENT = 20;
const SUPPLIERS_PAID_ON = 15;
const VAT_PAID_ON = 20;

const percentOf = (cents: number, percent: number): number => Math.round((cents * percent) / 100);

type Month = Readonly<{ end: Day; salesNet: number; vatCollected: number }>;

const monthOfSales = (start: Day, entries: readonly Entry[]): Month => {
  const end = endOfMonth(start);
  let salesNet = 0;
  let vatCollected = 0;
  for (const entry of entries) {
    if (entry.journal !== 'VE' || entry.on < start || entry.on > end) continue;
    for (const line of entry.lines) {
      if (line.account === '707000') salesNet += line.credit - line.debit;
      if (line.account === '445710') vatCollected += line.credit - line.debit;
    }
  }
  return { end, salesNet: Math.max(salesNet, 0), vatCollected };
};

const inNextMonth = (end: Day, on: number): Day => {
  const next = addDays(end, 1);
  return workedAfter(dayOf(yearOf(next), monthOf(next), on));
};

const purchase = (month: Month, supplier: (typeof SUPPLIERS)[number]): Entry[] => {
  const net = percentOf(month.salesNet, supplier.percent);
  if (net === 0) return [];
  const vat = percentOf(net, VAT_PERCENT);
  const where = { piece: `${supplier.ref}-${month.end.slice(0, 7)}`, pieceOn: month.end, label: supplier.name };
  const paidOn = inNextMonth(month.end, SUPPLIERS_PAID_ON);
  return [
    {
      journal: 'HA',
      on: month.end,
      lines: [
        lineOf('607000', net, where),
        lineOf('445660', vat, where),
        lineOf('401000', -net - vat, where, { auxiliary: supplier }),
      ],
    },
    {
      journal: 'BQ',
      on: paidOn,
      lines: [lineOf('401000', net + vat, where, { auxiliary: supplier }), lineOf('512000', -net - vat, where)],
    },
  ];
};

const wages = (month: Month): Entry[] => {
  const amount = percentOf(month.salesNet, WAGES_PERCENT);
  if (amount === 0) return [];
  const where = { piece: `PAIE-${month.end.slice(0, 7)}`, pieceOn: month.end, label: 'Paie du mois' };
  return [
    { journal: 'OD', on: month.end, lines: [lineOf('641000', amount, where), lineOf('421000', -amount, where)] },
    { journal: 'BQ', on: month.end, lines: [lineOf('421000', amount, where), lineOf('512000', -amount, where)] },
  ];
};

const vatReturn = (month: Month): Entry[] => {
  const deductible = SUPPLIERS.reduce(
    (sum, { percent }) => sum + percentOf(percentOf(month.salesNet, percent), VAT_PERCENT),
    0,
  );
  const due = month.vatCollected - deductible;
  const where = { piece: `TVA-${month.end.slice(0, 7)}`, pieceOn: month.end, label: 'Déclaration de TVA' };
  const lines = [
    lineOf('445710', month.vatCollected, where),
    lineOf('445660', -deductible, where),
    lineOf(due >= 0 ? '445510' : '445670', -due, where),
  ].filter((line) => line.debit + line.credit > 0);
  if (lines.length === 0) return [];
  const declared: Entry = { journal: 'OD', on: month.end, lines };
  if (due <= 0) return [declared];
  const paidOn = inNextMonth(month.end, VAT_PAID_ON);
  return [
    declared,
    { journal: 'BQ', on: paidOn, lines: [lineOf('445510', due, where), lineOf('512000', -due, where)] },
  ];
};

/** Purchases, wages and VAT of every month that is over, up to today. */
export function writeUpkeep(entries: readonly Entry[], exercises: readonly Exercise[], today: Day): readonly Entry[] {
  const upkeep: Entry[] = [];
  for (let start = exercises[0]!.from; endOfMonth(start) < today; start = addMonths(start, 1)) {
    const month = monthOfSales(start, entries);
    upkeep.push(...SUPPLIERS.flatMap((supplier) => purchase(month, supplier)), ...wages(month), ...vatReturn(month));
  }
  return upkeep.filter((entry) => entry.on <= workedBefore(today));
}

/** What the company began with, on the first day of its first exercise. */
export function openingCapital(on: Day): Entry {
  const where = { piece: 'AN', pieceOn: on, label: 'Bilan de départ' };
  return {
    journal: 'AN',
    on,
    lines: [
      lineOf('215000', 12_000_000, where),
      lineOf('512000', 24_000_000, where),
      lineOf('101000', -20_000_000, where),
      lineOf('164000', -16_000_000, where),
    ],
  };
}
