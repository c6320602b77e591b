// Runs a set through the engine: at once, or day by day as an accountant lives it, who settles by hand what was only suggested.
import { DEFAULT_MATCHING_POLICY, matchTransactions } from '@quittance/core/reconciliation';

const match = (transactions, facts) => matchTransactions(transactions, facts, DEFAULT_MATCHING_POLICY);

/** What a person who letters a movement by hand teaches: the words of its text, without the numbers that change. */
const taughtBy = ({ text }, customerId) => ({ iban: null, name: text, customerId });

/** Each day sees what is issued by then and not yet settled in truth; a group of several payments stays open until its last. */
function dayByDay({ facts, transactions, truth }) {
  const lastOf = new Map();
  transactions.forEach(({ bookedOn }, index) => {
    for (const itemId of truth[index].items.keys())
      if ((lastOf.get(itemId) ?? '') < bookedOn) lastOf.set(itemId, bookedOn);
  });
  const decisions = new Map();
  const customerOf = new Map(facts.items.map(({ itemId, customerId }) => [itemId, customerId]));
  const aliases = [...facts.aliases];
  const indexOf = new Map(transactions.map(({ transactionId }, index) => [transactionId, index]));
  for (const day of new Set(transactions.map(({ bookedOn }) => bookedOn))) {
    const items = facts.items.filter(
      ({ itemId, issuedOn }) => issuedOn <= day && (lastOf.get(itemId) ?? '9999-12-31') >= day,
    );
    const today = transactions.filter(({ bookedOn }) => bookedOn === day);
    for (const decision of match(today, { ...facts, items, aliases })) decisions.set(decision.transactionId, decision);
    for (const transaction of today) {
      const [itemId] = truth[indexOf.get(transaction.transactionId)].items.keys();
      if (itemId !== undefined) aliases.push(taughtBy(transaction, customerOf.get(itemId)));
    }
  }
  return transactions.map(({ transactionId }) => decisions.get(transactionId));
}

/** The decisions about the movements of a set, in their order. */
export const runSet = (set) => (set.isDaily ? dayByDay(set) : match(set.transactions, set.facts));
