// Portfolio: the customers a member is narrowed to. Sets a narrower limit than the role, never a wider one.
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

/** As it is kept with the member: their own customers (those whose owner has their address), those of segments, or both. The segment ''
 * stands for customers without one. */
export type Portfolio = Readonly<{ own: boolean; segments: readonly string[] }>;

/** The same for one transaction: whose customers (null: nobody's by name), and of which segments. */
export type PortfolioScope = Readonly<{ ownerEmail: string | null; segments: readonly string[] }>;

/** Roles that see the whole organization by their nature. */
const WHOLE: readonly Role[] = ['admin', 'finance_director'];

/** Whether members of the role may be narrowed to a portfolio. */
export const canBeNarrowed = (role: Role): boolean => !WHOLE.includes(role);

/** What concerns the whole company at once: a member with a portfolio does not do it, whatever their role. */
const WHOLE_COMPANY: readonly Permission[] = [
  'bank.read',
  'bank.write',
  'import.read',
  'import.write',
  'journal.read',
  'user.read',
];

/** What remains of a role's permissions for a member with a portfolio. */
export const narrowedPermissions = (permissions: readonly Permission[]): Permission[] =>
  permissions.filter((permission) => !WHOLE_COMPANY.includes(permission));

/** The scope of a member's transactions; undefined where they see everything. A portfolio of nothing shows nothing. */
export const portfolioScope = (portfolio: Portfolio | null | undefined, email: string): PortfolioScope | undefined =>
  portfolio ? { ownerEmail: portfolio.own ? email : null, segments: portfolio.segments } : undefined;
