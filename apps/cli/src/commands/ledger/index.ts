// Commands of the ledger: what is owed, by whom, since when, and what the law adds.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerAgedBalance } from './aged-balance.ts';
import { registerCustomers } from './customers.ts';
import { registerInterest } from './interest.ts';
import { registerInvoices } from './invoices.ts';
import { registerKpis } from './kpis.ts';
import { registerTermsCheck } from './terms-check.ts';

/** Registers them all. */
export function registerLedger(program: Command, cli: Cli): void {
  const all = [
    registerAgedBalance,
    registerKpis,
    registerCustomers,
    registerInvoices,
    registerInterest,
    registerTermsCheck,
  ];
  for (const register of all) register(program, cli);
}
