// Scores decisions against the truth, invoice by invoice: what was applied alone and right, applied wrong and how, left to a person.

const percent = (part, whole) => (whole === 0 ? 100 : Math.round((part / whole) * 10_000) / 100);

/** Mistakes of an automatic decision, one for each invoice concerned. */
function mistakesOf({ allocations, paymentId }, truth, customerOf) {
  if (truth.paymentId !== null || paymentId !== undefined) {
    if (truth.paymentId === (paymentId ?? null)) return [];
    return [truth.paymentId === null ? 'recognised though it is new money' : 'taken for new money though recorded'];
  }
  const wanted = truth.items;
  const extra = allocations.filter(({ itemId }) => !wanted.has(itemId));
  const customers = new Set([...wanted.keys()].map(customerOf));
  const chosen = new Set(allocations.map(({ itemId }) => itemId));
  const missing = truth.isGroup ? 0 : [...wanted.keys()].filter((itemId) => !chosen.has(itemId)).length;
  const mistakes = extra.map(({ itemId }, index) => {
    if (wanted.size === 0) return 'nothing of this was paid';
    if (!customers.has(customerOf(itemId))) return 'wrong customer';
    return index < missing ? 'wrong invoice of the right customer' : 'invoice too many';
  });
  const lacking = Math.max(0, missing - mistakes.filter((one) => one.startsWith('wrong')).length);
  mistakes.push(...Array.from({ length: lacking }, () => 'invoice missing'));
  for (const { itemId, cents } of allocations) {
    const right = wanted.get(itemId);
    if (right !== undefined && right !== null && right !== cents) mistakes.push('wrong amount');
  }
  return mistakes;
}

/** Bounds of the estimated chance of being wrong. */
const BANDS = [0.0001, 0.0005, 0.002, 0.005, 0.02, 0.1, 0.3, 0.6, 1];

/** Said against found, band by band, over the best explanation of every movement. */
function reliabilityOf(judged) {
  return BANDS.map((upTo, index) => {
    const from = BANDS[index - 1] ?? -1;
    const band = judged.filter(({ wrong }) => wrong > from && wrong <= upTo);
    const said = band.reduce((sum, { wrong }) => sum + wrong, 0) / Math.max(1, band.length);
    const found = band.filter(({ isRight }) => !isRight).length / Math.max(1, band.length);
    return {
      upTo,
      n: band.length,
      saidPercent: Number((said * 100).toFixed(3)),
      foundPercent: Number((found * 100).toFixed(3)),
    };
  }).filter(({ n }) => n > 0);
}

/** Expected distance between said and found, weighed by how many movements each band holds, in percent. */
const calibrationError = (bands) => {
  const n = bands.reduce((sum, band) => sum + band.n, 0);
  const far = bands.reduce((sum, band) => sum + band.n * Math.abs(band.saidPercent - band.foundPercent), 0);
  return Number((far / Math.max(1, n)).toFixed(2));
};

const EMPTY = { n: 0, auto: 0, wrong: 0 };

/** Precision by invoice, coverage, mistakes by kind, coverage and mistakes by manner, and how well confidence is calibrated. */
export function score(decisions, truth, items) {
  const customers = new Map(items.map(({ itemId, customerId }) => [itemId, customerId]));
  const customerOf = (itemId) => customers.get(itemId);
  const errors = {};
  const byKind = {};
  const judged = [];
  const wrong = [];
  const count = { links: 0, auto: 0, suggested: 0, none: 0, named: 0, namedAuto: 0 };
  decisions.forEach(({ decision, best }, index) => {
    const one = truth[index];
    byKind[one.kind] ??= { ...EMPTY };
    byKind[one.kind].n += 1;
    if (one.isNamed) count.named += 1;
    if (best === null) {
      count.none += 1;
      return;
    }
    const found = mistakesOf(best, one, customerOf);
    const isRight = found.length === 0 && (best.allocations.length > 0 || best.paymentId !== undefined);
    judged.push({ wrong: 1 - best.confidence, isRight });
    if (decision !== 'auto') {
      if (isRight) count.suggested += 1;
      return;
    }
    const mistakes = one.isTie && found.length === 0 ? ['a tie, to be suggested'] : found;
    byKind[one.kind].auto += 1;
    count.auto += 1;
    count.links += Math.max(1, best.allocations.length);
    if (one.isNamed) count.namedAuto += 1;
    if (mistakes.length === 0) return;
    byKind[one.kind].wrong += 1;
    wrong.push({ index, mistakes });
    for (const mistake of mistakes) errors[mistake] = (errors[mistake] ?? 0) + 1;
  });
  const mistaken = Object.values(errors).reduce((sum, n) => sum + n, 0);
  const reliability = reliabilityOf(judged);
  return {
    precisionPercent: percent(count.links - mistaken, count.links),
    movementsRightPercent: percent(count.auto - wrong.length, count.auto),
    coveragePercent: percent(count.auto, decisions.length),
    coverageNamedPercent: percent(count.namedAuto, count.named),
    bestSuggestionRightPercent: percent(count.suggested, decisions.length - count.auto - count.none),
    nothingFound: count.none,
    calibrationErrorPercent: calibrationError(reliability),
    errors,
    byKind: Object.fromEntries(
      Object.entries(byKind).map(([kind, row]) => [kind, { ...row, autoPercent: percent(row.auto, row.n) }]),
    ),
    reliability,
    wrong,
  };
}
