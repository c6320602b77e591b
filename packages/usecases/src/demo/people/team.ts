// Team of the demo: invented colleagues, and which customers are whose. Nobody knows their passwords: they are made on the spot and told to no one.
import type { Role } from '@quittance/core/access';

/** A colleague. */
export type DemoMember = Readonly<{ name: string; email: string; role: Role }>;

const INES: DemoMember = { name: 'Inès Carvalherne', email: 'ines@quittance.example', role: 'collector' };
const BASTIEN: DemoMember = { name: 'Bastien Orgevault', email: 'bastien@quittance.example', role: 'collector' };
const MAUD: DemoMember = { name: 'Maud Fayelle', email: 'maud@quittance.example', role: 'sales' };

/** Everybody besides whoever looks at the demo. */
export const DEMO_TEAM: readonly DemoMember[] = [INES, BASTIEN, MAUD];

const LEFT_TO_NOBODY = 9;

/** Key accounts are the sales person's; the collectors share the rest; every ninth customer is nobody's. */
export function ownerOf(serial: number, segment: string): string | null {
  if (segment === 'grands comptes') return MAUD.email;
  if (serial % LEFT_TO_NOBODY === 0) return null;
  return (serial % 2 === 0 ? INES : BASTIEN).email;
}

/** What colleagues noted of the most indebted customers, from the first on. */
export const DEMO_NOTES: readonly string[] = [
  'Règle toujours après le deuxième rappel : appeler la comptabilité le mardi, Mme Vernoux est là.',
  'Leur bon de commande doit figurer sur la facture, sinon elle reste bloquée au contrôle.',
  'Changement de logiciel comptable en cours chez eux : les factures ont été renvoyées le mois dernier.',
  'A demandé un échéancier par téléphone ; attend notre proposition écrite.',
];
