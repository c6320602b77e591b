// Limits on a clock that only moves when told.
import { describe, expect, test } from 'vitest';
import { SignInGuard } from './sign-in-limits.ts';

const guardAt = () => {
  const clock = { now: 0 };
  const guard = new SignInGuard({ perAddress: 5, perAccount: 3, windowMs: 60_000 }, () => clock.now);
  const fail = (address: string, email: string, times: number) => {
    for (let i = 0; i < times; i++) guard.admit(address, email);
  };
  return { clock, guard, fail };
};

describe('sign-in limits', () => {
  test('bear a few failures', () => {
    const { guard, fail } = guardAt();
    fail('10.0.0.1', 'a@x.fr', 2);
    expect(() => guard.admit('10.0.0.1', 'a@x.fr')).not.toThrow();
  });

  test('close an account to every address, however it is written', () => {
    const { guard, fail } = guardAt();
    fail('10.0.0.1', 'a@x.fr', 3);
    expect(() => guard.admit('10.0.0.2', 'A@X.fr')).toThrow('too_many_requests');
  });

  test('close an address to every account', () => {
    const { guard, fail } = guardAt();
    for (const email of ['a', 'b', 'c', 'd', 'e']) fail('10.0.0.1', email, 1);
    expect(() => guard.admit('10.0.0.1', 'z')).toThrow('too_many_requests');
    expect(() => guard.admit('10.0.0.2', 'z')).not.toThrow();
  });

  test('open again when the window is over', () => {
    const { clock, guard, fail } = guardAt();
    fail('10.0.0.1', 'a@x.fr', 3);
    clock.now = 59_999;
    expect(() => guard.admit('10.0.0.1', 'a@x.fr')).toThrow();
    clock.now = 60_000;
    expect(() => guard.admit('10.0.0.1', 'a@x.fr')).not.toThrow();
  });

  test('count attempts made together, before any of them is known to be wrong', () => {
    const { guard, fail } = guardAt();
    fail('10.0.0.1', 'a@x.fr', 3);
    expect(() => guard.admit('10.0.0.1', 'a@x.fr')).toThrow('too_many_requests');
  });

  test('give an address back the attempts that were right', () => {
    const { guard } = guardAt();
    for (let i = 0; i < 20; i++) {
      guard.admit('10.0.0.1', 'a@x.fr');
      guard.succeeded('10.0.0.1', 'a@x.fr');
    }
    expect(() => guard.admit('10.0.0.1', 'a@x.fr')).not.toThrow();
  });

  test('forget an account’s failures once its owner came in', () => {
    const { guard, fail } = guardAt();
    fail('10.0.0.1', 'a@x.fr', 2);
    guard.admit('10.0.0.1', 'a@x.fr');
    guard.succeeded('10.0.0.1', 'a@x.fr');
    fail('10.0.0.1', 'a@x.fr', 2);
    expect(() => guard.admit('10.0.0.9', 'a@x.fr')).not.toThrow();
  });
});
