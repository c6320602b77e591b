// Ids: branded whole numbers given by the database, so that a customer's id is never taken for an invoice's.

declare const idBrand: unique symbol;
type Id<Name extends string> = number & { readonly [idBrand]: Name };

export type OrgId = Id<'org'>;
export type CompanyId = Id<'company'>;
export type CustomerId = Id<'customer'>;
export type ContactId = Id<'contact'>;
export type InvoiceId = Id<'invoice'>;
export type ReceivableId = Id<'receivable'>;
export type CreditNoteId = Id<'credit_note'>;
export type PaymentId = Id<'payment'>;
export type AllocationId = Id<'allocation'>;
export type ActionId = Id<'action'>;
export type ImportId = Id<'import'>;
