// Figures as a French screen writes them, for journeys that read them.

const CENTS = 100;

/** Cents as euros: `1 234,56 €`. */
export const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / CENTS);

/** A text whatever the kind of its spaces. */
export const said = (text: string): RegExp => new RegExp(text.replace(/[()+.?]/g, '\\$&').replace(/\s/g, '\\s'));
