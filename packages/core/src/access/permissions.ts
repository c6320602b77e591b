// Permissions: what may be done, dotted `<thing>.<deed>`. A route asks for exactly one; a role grants a set of them.

/** Every permission of this release. `ledger.read` covers customers, invoices, the aged balance and the indicators. */
export const PERMISSIONS = [
  'company.read',
  'company.write',
  'company.go_live',
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
  'template.write',
  'scenario.read',
  'scenario.write',
  'rate.read',
  'rate.write',
  'journal.read',
  'user.read',
  'user.write',
] as const;

/** One permission, such as `reminder.approve`. */
export type Permission = (typeof PERMISSIONS)[number];

/** Whether a permission only looks: reading and exporting change nothing. */
export const isReadOnly = (permission: Permission): boolean =>
  permission.endsWith('.read') || permission.endsWith('.export');
