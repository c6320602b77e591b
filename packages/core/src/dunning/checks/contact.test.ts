// R10, situations 16 and 17: who is written to, on which channel, and what there is to repair.
import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../kernel/index.ts';
import type { Contact } from '../../parties/index.ts';
import { aContact, aCustomer } from '../invented/invented-facts.ts';
import type { Channel } from '../scenario.ts';
import { chooseRoute } from './contact.ts';

const id = (n: number) => n as ContactId;
const person = (n: number, given: Partial<Contact>) => aContact({ contactId: id(n), ...given });
const choose = (contacts: readonly Contact[], channels: readonly Channel[], hasPostalAddress = true) => {
  const { route, repairs } = chooseRoute(aCustomer([], { contacts, hasPostalAddress }), channels, 'reminders');
  return [
    route && [route.channel, route.contact?.contactId ?? null],
    repairs.map((r) => [r.channel, r.reason, r.contactId]),
  ];
};

const billing = person(1, { roles: ['billing'] });
const reminders = person(2, { roles: ['reminders'] });
const anyRole = person(3, { roles: [] });
const disputes = person(4, { roles: ['disputes'] });

describe('the person', () => {
  it.each([
    ['the role of the step', [billing, disputes, reminders], 2],
    ['else billing', [disputes, anyRole, billing], 1],
    ['else a contact without a role', [disputes, anyRole], 3],
    ['else anybody', [disputes], 4],
    ['of two alike the older', [person(9, { roles: ['reminders'] }), reminders], 2],
    ['not one whose address bounced', [person(2, { roles: ['reminders'], emailStatus: 'bounced' }), billing], 1],
  ])('%s', (_, contacts, expected) => {
    expect(choose(contacts, ['email'])).toEqual([['email', expected], []]);
  });
});

describe('the channel', () => {
  const bounced = person(5, { emailStatus: 'bounced' });
  const optedOut = person(6, { emailStatus: 'opted_out', phone: null });
  it.each([
    ['bounced: the next channel, and a repair', [bounced], true, [['letter', null], [['email', 'bounced', id(5)]]]],
    ['opted out: the same', [optedOut], true, [['letter', null], [['email', 'opted_out', id(6)]]]],
    ['no contact at all', [], true, [['letter', null], [['email', 'missing', null]]]],
    [
      'no postal address either: the call',
      [bounced],
      false,
      [
        ['call', id(5)],
        [
          ['email', 'bounced', id(5)],
          ['letter', 'missing', null],
        ],
      ],
    ],
    [
      'nothing left',
      [optedOut],
      false,
      [
        null,
        [
          ['email', 'opted_out', id(6)],
          ['letter', 'missing', null],
          ['call', 'missing', null],
        ],
      ],
    ],
    [
      'an empty address is no address',
      [person(7, { email: '' })],
      true,
      [['letter', null], [['email', 'missing', null]]],
    ],
  ])('%s', (_, contacts, hasPostalAddress, expected) => {
    expect(choose(contacts, ['email', 'letter', 'call'], hasPostalAddress)).toEqual(expected);
  });
});
