// FEC columns: the 18 names of LPF art. A47 A-1 VII-1, the cash-basis extras, and the other spellings found in the field.

/** Columns of a FEC; Montant and Sens may replace Debit and Credit. The last four belong to cash-basis files. */
export const FEC_COLUMNS = [
  ...(['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib', 'CompAuxNum'] as const),
  ...(['CompAuxLib', 'PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet'] as const),
  ...([
    'ValidDate',
    'Montantdevise',
    'Idevise',
    'Montant',
    'Sens',
    'DateRglt',
    'ModeRglt',
    'NatOp',
    'IdClient',
  ] as const),
] as const;

/** A column of a FEC by its legal name. */
export type FecColumn = (typeof FEC_COLUMNS)[number];

/** Without these nothing can be read; the amounts are asked for apart. */
export const NEEDED_COLUMNS: readonly FecColumn[] = ['JournalCode', 'EcritureDate', 'CompteNum'];

/** Columns whose absence is worth saying. */
export const EXPECTED_COLUMNS: readonly FecColumn[] = FEC_COLUMNS.slice(0, 18).filter(
  (name) => name !== 'Debit' && name !== 'Credit' && !NEEDED_COLUMNS.includes(name),
);

const ALIASES: Readonly<Record<FecColumn, string>> = {
  JournalCode: 'codejournal code_jnl journal jnl codejnl',
  JournalLib: 'libellejournal journallibelle libjournal nomjournal intitulejournal',
  EcritureNum: 'numeroecriture numecriture noecriture ecriturenumero necriture numeromouvement',
  EcritureDate: 'dateecriture datecomptable datedecomptabilisation datemouvement',
  CompteNum: 'numerocompte numcompte nocompte compte comptegeneral ncompte compten',
  CompteLib: 'libellecompte comptelibelle libcompte intitulecompte',
  CompAuxNum:
    'compteauxnum compteauxiliaire numerocompteauxiliaire numcompteauxiliaire auxiliaire codeauxiliaire compauxiliaire codetiers',
  CompAuxLib:
    'compteauxlib libellecompteauxiliaire libelleauxiliaire compauxlibelle libellecompaux nomtiers intituleauxiliaire',
  PieceRef: 'referencepiece refpiece numeropiece numpiece nopiece piece npiece piecereference',
  PieceDate: 'datepiece datedelapiece',
  EcritureLib: 'libelleecriture ecriturelibelle libelle libecriture libelledelecriture',
  Debit: 'montantdebit debiteuro debiteur',
  Credit: 'montantcredit crediteuro crediteur',
  EcritureLet: 'lettrage codelettrage lettre ecriturelettrage',
  DateLet: 'datelettrage datedelettrage',
  ValidDate: 'datevalidation datedevalidation validationdate',
  Montantdevise: 'montantendevise mtdevise devisemontant',
  Idevise: 'devise identifiantdevise codedevise iddevise',
  Montant: 'montantecriture montanteuro',
  Sens: 'sensecriture codesens debitcredit dc',
  DateRglt: 'datereglement datedereglement',
  ModeRglt: 'modereglement modedereglement',
  NatOp: 'natureoperation naturedeloperation',
  IdClient: 'identifiantclient idclient',
};

/** Lower case, without accents, spaces or punctuation: how header names are compared. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const BY_NAME = new Map<string, FecColumn>();
for (const name of FEC_COLUMNS) {
  for (const alias of ALIASES[name].split(' ')) BY_NAME.set(plainName(alias), name);
}
for (const name of FEC_COLUMNS) BY_NAME.set(plainName(name), name);

/** The column a header means, and whether it is spelled as the law does (case apart); null when unknown. */
export function columnOf(header: string): { column: FecColumn; isLegal: boolean } | null {
  const column = BY_NAME.get(plainName(header));
  return column ? { column, isLegal: header.trim().toLowerCase() === column.toLowerCase() } : null;
}
