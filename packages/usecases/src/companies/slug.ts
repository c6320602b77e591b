// Slug: the short name of an organization, from a company's name.

const LENGTH = 40;

/** "Menuiserie Delorme & Fils" → "menuiserie-delorme-fils"; "societe" where nothing readable is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LENGTH)
    .replace(/-+$/, '') || 'societe';
