// Roles: who may do what, as one table. A member of an organization has exactly one role there.
import { isReadOnly, PERMISSIONS, type Permission } from './permissions.ts';

/** Roles in an organization; `auditor` reads everything and changes nothing. */
export const ROLES = ['admin', 'finance_director', 'collector', 'sales', 'auditor'] as const;

/** A member's role. */
export type Role = (typeof ROLES)[number];

/** Whether `text` names a role. */
export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** The table: each role with all it may do, in the order of PERMISSIONS. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  finance_director: PERMISSIONS.filter((permission) => permission !== 'user.write'),
  collector: [
    'company.read',
    'import.read',
    'import.write',
    'ledger.read',
    'ledger.export',
    'contact.write',
    'customer.write',
    'allocation.write',
    'bank.read',
    'bank.write',
    'payment.write',
    'note.write',
    'reminder.read',
    'reminder.approve',
    'reminder.run',
    'outbox.read',
    'outbox.write',
    'message.write',
    'hold.read',
    'hold.write',
    'task.read',
    'task.write',
    'template.read',
    'scenario.read',
    'rate.read',
  ],
  sales: ['company.read', 'ledger.read', 'note.write', 'reminder.read', 'outbox.read', 'hold.read', 'task.read'],
  auditor: PERMISSIONS.filter(isReadOnly),
};

/** Whether a role grants a permission. The only question the doors ask. */
export const can = (role: Role, permission: Permission): boolean => ROLE_PERMISSIONS[role].includes(permission);
