// Columns of the table files: canonical names, what they hold, and the words accountants use for them in French and English.
import type { TableKind } from '@quittance/core/intake';

/** What a column holds, which decides how its cells are read. */
export type ColumnType = 'text' | 'amount' | 'day';

/** One canonical column. `aliases` go from the surest to the vaguest. */
export type ColumnSpec = Readonly<{ name: string; type: ColumnType; isRequired: boolean; aliases: readonly string[] }>;

const column = (name: string, type: ColumnType, aliases: string): ColumnSpec => ({
  name: name.replace('*', ''),
  type,
  isRequired: name.startsWith('*'),
  aliases: aliases.split(' '),
});

const CUSTOMER_REF = column(
  '*customer_ref',
  'text',
  'codeclient refclient referenceclient numeroclient numclient noclient nclient idclient codetiers compteclient comptetiers compteauxiliaire compauxnum customercode customernumber customerno customerid clientcode clientid accountnumber accountcode tiers compte account customer client code ref id',
);
const CURRENCY = column('currency', 'text', 'devise codedevise monnaie currencycode idevise ccy');
const LANGUAGE = column('language', 'text', 'langue lang locale');
const EMAIL = column(
  'email',
  'text',
  'mail courriel adressemail adresseemail emailaddress adresseelectronique emailfacturation',
);
const PHONE = column('phone', 'text', 'telephone tel telephonefixe mobile portable phonenumber numerotelephone');

/** The columns of each kind of file, in the order of its template. */
export const COLUMNS: Readonly<Record<TableKind, readonly ColumnSpec[]>> = {
  customers: [
    CUSTOMER_REF,
    column(
      '*name',
      'text',
      'raisonsociale nomclient nom denomination denominationsociale societe entreprise intitule customername companyname company clientname nomtiers libelle compauxlib',
    ),
    column('kind', 'text', 'typeclient type categorie nature customertype'),
    column('siren', 'text', 'numerosiren nsiren siret numerosiret companynumber registrationnumber'),
    column('vat_number', 'text', 'tvaintracommunautaire numerotva numtva ntva tvaintra vatid vat vatno identifianttva'),
    EMAIL,
    PHONE,
    column('address_line1', 'text', 'adresse1 adresse adresseligne1 rue address1 address street adressefacturation'),
    column('address_line2', 'text', 'adresse2 adresseligne2 complementadresse complement address2'),
    column('postal_code', 'text', 'codepostal cp zip zipcode postcode'),
    column('city', 'text', 'ville commune localite town'),
    column('country', 'text', 'pays codepays countrycode'),
    LANGUAGE,
    column('segment', 'text', 'famille groupe famillecomptable group'),
    column('sector', 'text', 'secteur activite secteuractivite industry'),
    column(
      'payment_terms',
      'text',
      'conditionsreglement conditionreglement conditionspaiement conditionpaiement delaireglement delaipaiement delai modalitepaiement terms paymentterm',
    ),
    column(
      'credit_limit',
      'amount',
      'plafond encours encoursautorise encoursmaximum limitecredit plafondcredit creditlimitamount',
    ),
    column('iban', 'text', 'rib coordonneesbancaires bankaccount'),
    column('scenario', 'text', 'scenariorelance plan dunningplan'),
    column('owner_email', 'text', 'emailcommercial commercial responsable gestionnaire owner salesrep accountmanager'),
  ],
  contacts: [
    CUSTOMER_REF,
    column('*name', 'text', 'nomcontact contact interlocuteur nom nomprenom contactname fullname prenomnom'),
    column('roles', 'text', 'role fonction type service'),
    EMAIL,
    PHONE,
    LANGUAGE,
  ],
  invoices: [
    CUSTOMER_REF,
    column(
      '*invoice_number',
      'text',
      'numerofacture numfacture nofacture nfacture factureno facturen invoiceno invoicenumber invoiceid numeropiece numpiece nopiece npiece refpiece pieceref documentnumber documentno facture piece invoice document numero number reference',
    ),
    column('*kind', 'text', 'typedocument typepiece typefacture type nature documenttype invoicetype'),
    column(
      '*issued_on',
      'day',
      'datefacture datefacturation datedefacturation datedefacture dateemission datedemission datepiece datedocument invoicedate issuedate issuedon documentdate date',
    ),
    column(
      '*due_on',
      'day',
      'dateecheance datedecheance echeance datelimite datelimitepaiement duedate due payableby dateexigibilite',
    ),
    column(
      '*gross',
      'amount',
      'montantttc totalttc ttc montanttotalttc netapayer montanttotal totalfacture grossamount totalamount amountinclvat amounttaxinclusive total montant amount',
    ),
    column('net', 'amount', 'montantht totalht ht horstaxes netamount amountexclvat subtotal'),
    column('vat', 'amount', 'montanttva totaltva tva vatamount tax taxamount'),
    CURRENCY,
    column(
      'customer_name',
      'text',
      'nomclient raisonsociale clientname customername nom denomination societe intitule company client customer',
    ),
    column('sent_on', 'day', 'dateenvoi datedenvoi envoyeele sentdate sendingdate'),
    column('label', 'text', 'libelle objet description designation intitulefacture subject'),
    column(
      'order_ref',
      'text',
      'refcommande referencecommande numerocommande numcommande commande bondecommande ponumber purchaseorder orderreference ordernumber',
    ),
    column(
      'payment_method',
      'text',
      'modereglement modepaiement moyenpaiement modedereglement modedepaiement paymentmode',
    ),
    column(
      'discount',
      'amount',
      'escompte montantescompte montantdelescompte escomptettc discountamount earlypaymentdiscount cashdiscount',
    ),
    column(
      'discount_until',
      'day',
      'escomptejusquau escomptejusque dateescompte datedescompte datelimiteescompte finescompte discountdate discountuntildate discountdeadline discountduedate',
    ),
  ],
  payments: [
    CUSTOMER_REF,
    column(
      '*paid_on',
      'day',
      'datereglement datepaiement dateencaissement datedereglement datedepaiement paymentdate datereceived receiveddate paidon date',
    ),
    column(
      '*amount',
      'amount',
      'montantregle montantreglement montantpaiement montantencaisse montant paymentamount amountpaid paidamount somme total credit',
    ),
    CURRENCY,
    column('method', 'text', 'modereglement modepaiement moyenpaiement modedereglement mode paymentmethod type'),
    column(
      'reference',
      'text',
      'refreglement referencereglement referencepaiement numeroreglement ref paymentreference libelle piece numero',
    ),
    column(
      'invoice_numbers',
      'text',
      'factures numerofacture numerosfactures numfacture facture facturesreglees invoices invoicenumber invoice lettrage',
    ),
  ],
  bank: [
    column(
      '*booked_on',
      'day',
      'dateoperation datecomptable datedoperation dateope date bookingdate transactiondate operationdate completeddate',
    ),
    column('*amount', 'amount', 'montant montanteneuros montanteuros montantoperation transactionamount value somme'),
    column('value_on', 'day', 'datevaleur datedevaleur valuedate valeur'),
    CURRENCY,
    column(
      'label',
      'text',
      'libelle libelleoperation libelledeloperation description operation communication details motif narrative',
    ),
    column(
      'counterparty_name',
      'text',
      'contrepartie nomcontrepartie tiers emetteur donneurdordre beneficiaire payer payername payee counterparty name nom',
    ),
    column(
      'counterparty_iban',
      'text',
      'ibancontrepartie ibanemetteur ibantiers comptecontrepartie iban payeriban counterpartyaccount',
    ),
    column(
      'reference',
      'text',
      'referenceoperation refoperation ref endtoendid bankreference transactionid numerooperation piece',
    ),
    column('debit', 'amount', 'debiteuros montantdebit debits sortie paidout withdrawal'),
    column('credit', 'amount', 'crediteuros montantcredit credits entree paidin deposit'),
  ],
};

/** The specification of one canonical column. @throws RangeError when the kind has no such column. */
export function columnSpec(kind: TableKind, name: string): ColumnSpec {
  const found = COLUMNS[kind].find((spec) => spec.name === name);
  if (!found) throw new RangeError(`no column ${name} in ${kind}`);
  return found;
}

/** Lower case, without accents, spaces or punctuation: how headers are compared. */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/n[°º]/g, 'n')
    .replace(/[^a-z0-9]/g, '');
