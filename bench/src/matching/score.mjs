// Scores decisions against the truth, at invoice level: what was applied alone and right, applied wrong, left to a person.

const sameItems = (allocations, items) =>
  allocations.length === items.size && allocations.every(({ itemId }) => items.has(itemId));

const overlap = (allocations, items) => allocations.some(({ itemId }) => items.has(itemId));

/** What kind of mistake an automatic decision made. */
const mistake = ({ allocations }, items) => {
  if (!overlap(allocations, items)) return 'other invoice';
  return allocations.length > items.size ? 'too many' : 'too few';
};

/** Precision, coverage, and the mistakes by kind; `byKind` tells coverage by how the payment was written. */
export function score(decisions, truth) {
  const errors = {};
  const byKind = {};
  let [auto, right, suggested, none] = [0, 0, 0, 0];
  decisions.forEach(({ decision, best }, index) => {
    const { items, kind } = truth[index];
    byKind[kind] ??= { n: 0, auto: 0 };
    const row = byKind[kind];
    row.n += 1;
    if (decision === 'auto') {
      auto += 1;
      row.auto += 1;
      if (sameItems(best.allocations, items)) right += 1;
      else errors[mistake(best, items)] = (errors[mistake(best, items)] ?? 0) + 1;
    } else if (decision === 'none') none += 1;
    else if (sameItems(best.allocations, items)) suggested += 1;
  });
  const percent = (part, whole) => (whole === 0 ? 100 : Math.round((part / whole) * 10_000) / 100);
  return {
    precisionPercent: percent(right, auto),
    coveragePercent: percent(auto, decisions.length),
    bestSuggestionRightPercent: percent(suggested, decisions.length - auto - none),
    nothingFound: none,
    errors,
    byKind: Object.fromEntries(Object.entries(byKind).map(([kind, row]) => [kind, percent(row.auto, row.n)])),
  };
}
