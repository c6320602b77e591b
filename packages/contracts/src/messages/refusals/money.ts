// Refusals of money: allocations, movements, payments, late fees, due dates, entries.
import type { RefusalCode } from '../../refusals/index.ts';
import { type Said, say } from './say.ts';

/** Allocations, movements, payments, late fees, due dates, entries. */
export const MONEY_REFUSALS = {
  credit_spent: say(
    'Plus assez à affecter',
    'Quelqu’un vient d’utiliser cet encaissement ou cet avoir : il ne reste pas assez pour ce qui est demandé. Rien n’a été affecté ; les montants sont à revoir.',
    'Not enough left',
    'Somebody has just used this payment or credit note: not enough is left for what is asked. Nothing was applied; look at the amounts again.',
  ),
  debt_settled: say(
    'Reste dû dépassé',
    'Une des échéances choisies vient d’être réglée en tout ou partie : le montant demandé dépasse ce qui reste dû. Rien n’a été affecté.',
    'More than is open',
    'One of the terms chosen has just been settled in full or in part: the amount asked is more than is open. Nothing was applied.',
  ),
  allocation_mismatch: say(
    'Affectation impossible',
    'Un encaissement ou un avoir ne s’affecte qu’aux factures du même client, dans la même devise.',
    'Cannot be applied',
    'A payment or a credit note only goes to invoices of the same customer, in the same currency.',
  ),
  accounts_differ: say(
    'Deux comptes différents',
    'Ces deux comptes ne peuvent pas être le même : chacun a son IBAN, ou leur devise diffère. Rien n’a changé.',
    'Two different accounts',
    'These two accounts cannot be the same: each has its IBAN, or their currencies differ. Nothing has changed.',
  ),
  money_matched_twice: say(
    'Argent affecté deux fois',
    'Le même mouvement est affecté sur chacun des deux comptes ({count}×). Annulez l’une des deux affectations dans Affectés, puis recommencez. Rien n’a changé.',
    'Money applied twice',
    'The same movement is applied on each of the two accounts ({count}×). Undo one of the two in Applied, then try again. Nothing has changed.',
  ),
  imported_since: say(
    'Un autre relevé est arrivé depuis',
    'Ce fichier ne peut plus être remis d’un geste : un autre relevé est entré depuis son retrait. Importez-le de nouveau, ses mouvements compteront une seule fois. Rien n’a changé.',
    'Another statement came in since',
    'This file cannot be put back at a stroke any more: another statement came in since it was withdrawn. Import it again, its transactions will count once. Nothing has changed.',
  ),
  money_went_on: say(
    'De l’argent de ce fichier est déjà reparti',
    'Un encaissement venu de ce fichier a été remboursé, rejeté ou porté chez un autre client. Annulez d’abord ce geste sur la fiche du client, puis recommencez. Rien n’a changé.',
    'Money of this file has gone on',
    'A payment that came by this file was refunded, returned or moved to another customer. Undo that first on the customer’s page, then try again. Nothing has changed.',
  ),
  iban_invalid: say(
    'Ce n’est pas un IBAN',
    'La clé de cet IBAN est fausse : un signe manque ou a été pris pour un autre. Rien n’a changé.',
    'Not an IBAN',
    'The check digits of this IBAN are wrong: a sign is missing or was taken for another. Nothing has changed.',
  ),
  iban_known: say(
    'IBAN déjà connu',
    'Un autre compte porte déjà cet IBAN. S’il s’agit du même, réunissez les deux. Rien n’a changé.',
    'IBAN known already',
    'Another account has this IBAN already. If they are the same, join the two. Nothing has changed.',
  ),
  allocation_undone: say(
    'Déjà annulée',
    'Cette affectation a déjà été annulée. Rien n’a changé.',
    'Already undone',
    'This allocation was undone before. Nothing has changed.',
  ),
  movement_matched: say(
    'Mouvement déjà rapproché',
    'Quelqu’un vient de rapprocher ce mouvement : il n’en reste pas assez pour ce qui est demandé. Rien n’a changé.',
    'Movement already matched',
    'Somebody has just matched this movement: not enough of it is left for what is asked. Nothing has changed.',
  ),
  proposal_stale: say(
    'La proposition a changé',
    'La situation a changé depuis cette proposition : relisez la nouvelle avant de valider. Rien n’a changé.',
    'The proposal has changed',
    'Things have changed since this proposal was made: read the new one before accepting it. Nothing has changed.',
  ),
  over_limit: say(
    'Écart au-dessus du seuil',
    'L’écart à solder ({amount}), avec ce qui l’est déjà sur la même échéance, dépasse le seuil de la société ({limit}). Rien n’a changé.',
    'Difference above the limit',
    'The difference to be closed ({amount}), with what was closed on the same term before, is above the company’s limit ({limit}). Nothing has changed.',
  ),
  decision_undone: say(
    'Rapprochement déjà annulé',
    'Ce rapprochement a déjà été annulé. Rien n’a changé.',
    'Match undone already',
    'This match was undone before. Nothing has changed.',
  ),
  payment_spent: say(
    'Reste non affecté dépassé',
    'Il ne reste pas assez de cet encaissement pour ce qui est demandé. Rien n’a été enregistré ; revoyez le montant.',
    'More than is left',
    'Not enough is left of this payment for what is asked. Nothing was saved; look at the amount again.',
  ),
  day_in_future: say(
    'Date dans l’avenir',
    'Un fait n’est noté qu’une fois arrivé : choisissez aujourd’hui ou un jour passé.',
    'Day in the future',
    'A fact is noted once it has happened: choose today or an earlier day.',
  ),
  day_out_of_order: say(
    'Date trop ancienne',
    'Ce jour précède l’encaissement, ou ce qui lui est arrivé depuis : choisissez un jour plus récent.',
    'Day too early',
    'This day is before the payment, or before what happened to it since: choose a later day.',
  ),
  nothing_to_claim: say(
    'Rien à réclamer',
    'Aucun intérêt ni indemnité de plus ne peut être réclamé à ce jour sur ces échéances.',
    'Nothing to claim',
    'No further interest or fixed fee can be claimed on these terms as of that day.',
  ),
  not_claimable: say(
    'Pénalités impossibles ici',
    'Les pénalités de retard se réclament sur des factures d’un même client et d’une même devise, jamais sur des pénalités.',
    'No late fees here',
    'Late fees are claimed on invoices of one customer and currency, never on late fees.',
  ),
  period_invalid: say(
    'Période à revoir',
    'La période doit commencer avant sa fin et tenir en un an.',
    'Look at the period again',
    'The period must begin before it ends, and last one year at most.',
  ),
  ledger_unbalanced: say(
    'Export retenu',
    'Les écritures de la période ne s’équilibrent pas avec le compte client : le fichier n’est pas remis. Signalez-le à votre support, avec la période.',
    'Export withheld',
    'The entries of the period do not balance with the customer accounts: the file is not handed out. Report it to your support, with the period.',
  ),
  due_before_issue: say(
    'Échéance avant la facture',
    'L’échéance ne peut pas précéder la date de la facture.',
    'Due before it was issued',
    'The due date cannot be before the day of the invoice.',
  ),
  discount_impossible: say(
    'Escompte à revoir',
    'L’escompte doit être inférieur au montant de l’échéance, et son dernier jour ne peut pas précéder la facture.',
    'Discount to be looked at',
    'The discount must be less than the term, and its last day cannot be before the day of the invoice.',
  ),
  invoice_settled: say(
    'Échéance déjà réglée',
    'Il ne reste rien à payer sur cette échéance : sa date ne change plus.',
    'Already settled',
    'Nothing is left to pay on this term: its date no longer changes.',
  ),
  rate_missing: say(
    'Taux légal à saisir',
    'Le taux du semestre {halfYear} n’est pas connu : saisissez-le dans Paramètres, Taux légaux, puis recommencez.',
    'Legal rate missing',
    'The rate of the half-year {halfYear} is not known: enter it under Settings, Legal rates, then try again.',
  ),
} satisfies Partial<Record<RefusalCode, Said>>;
