// quittance init and user: a company made once, named where there are several; people added and disabled.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, DELORME, openCliHouse } from './cli-house.ts';
import { runCli } from './run-cli.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openCliHouse();
});
afterAll(() => house?.close());

describe('a company', () => {
  it('is asked for while there is none', async () => {
    const { code, stdout, stderr } = await house.quittance('kpis');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('quittance init --company');
  });

  it('is made with its first user; made again, it is the same', async () => {
    const weak = await runCli(house.path, DELORME.words, 'court\n');
    expect(weak.code).toBe(1);
    const first = await runCli(house.path, DELORME.words, `${DELORME.password}\n`);
    expect(first.code).toBe(0);
    const again = await runCli(house.path, DELORME.words, `${DELORME.password}\n`);
    expect(JSON.parse(first.stdout)).toMatchObject({ orgId: 1, companyId: 1, userId: expect.any(String) });
    expect(again.stdout).toBe(first.stdout);
  });

  it('has to be named where there are several', async () => {
    await house.json('init', '--company', 'Seconde', '--org', 'menuiserie-delorme');
    const { code, stdout, stderr } = await house.quittance('customers', '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('--company seconde');
    expect(JSON.parse(stdout)).toMatchObject({ refusal: { code: 'company_ambiguous' } });
    expect(await house.json('customers', '--company', 'seconde')).toEqual([]);
    const absent = await house.quittance('customers', '--company', 'troisieme');
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('troisieme');
  });
});

describe('a user', () => {
  it('is added and disabled', async () => {
    const add = ['user', 'add', '--email', 'paul@delorme.example', '--role', 'auditor', '--password-stdin', '--json'];
    const added = await runCli(house.path, add, DELORME.password);
    expect(added.code).toBe(0);
    expect((await runCli(house.path, add, DELORME.password)).code).toBe(1);
    const { userId } = JSON.parse(added.stdout) as { userId: string };
    expect(await house.json('user', 'disable', '--email', 'paul@delorme.example')).toMatchObject({ userId });
    expect((await house.quittance('user', 'disable', '--email', 'nobody@delorme.example')).code).toBe(1);
  });
});
