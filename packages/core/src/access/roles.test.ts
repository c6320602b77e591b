// The roles table, told from the people's side (docs/specs/access.md).
import { describe, expect, test } from 'vitest';
import { isReadOnly, PERMISSIONS, type Permission } from './permissions.ts';
import { can, isRole, ROLE_PERMISSIONS, ROLES, type Role } from './roles.ts';

describe('roles', () => {
  test.each<{ says: string; role: Role; permission: Permission; may: boolean }>([
    { says: 'an admin gives rights', role: 'admin', permission: 'user.write', may: true },
    { says: 'a finance director gives no rights', role: 'finance_director', permission: 'user.write', may: false },
    { says: 'a finance director goes live', role: 'finance_director', permission: 'company.go_live', may: true },
    { says: 'a collector approves reminders', role: 'collector', permission: 'reminder.approve', may: true },
    { says: 'a collector imports books', role: 'collector', permission: 'import.write', may: true },
    { says: 'a collector does not switch test mode off', role: 'collector', permission: 'company.go_live', may: false },
    { says: 'a collector does not change the ladder', role: 'collector', permission: 'scenario.write', may: false },
    { says: 'a sales person reads the ledger', role: 'sales', permission: 'ledger.read', may: true },
    { says: 'a sales person approves nothing', role: 'sales', permission: 'reminder.approve', may: false },
    { says: 'a sales person does not carry the ledger away', role: 'sales', permission: 'ledger.export', may: false },
    { says: 'an auditor reads the journal', role: 'auditor', permission: 'journal.read', may: true },
    { says: 'an auditor exports', role: 'auditor', permission: 'ledger.export', may: true },
  ])('$says', ({ role, permission, may }) => expect(can(role, permission)).toBe(may));

  test('an auditor reads all and changes nothing', () => {
    for (const permission of PERMISSIONS) expect(can('auditor', permission)).toBe(isReadOnly(permission));
  });

  test('an admin may do everything', () => {
    for (const permission of PERMISSIONS) expect(can('admin', permission)).toBe(true);
  });

  test('no role lists a permission twice', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  });

  test('a role is recognised by its name alone', () => {
    expect(isRole('collector')).toBe(true);
    expect(isRole('Collector')).toBe(false);
    expect(isRole('toString')).toBe(false);
  });
});
