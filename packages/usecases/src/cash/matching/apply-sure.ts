// Applying what is certain, batch by batch and two batches at a time, while what comes after is still being decided.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { learnGrownStatistics, type NewProposal } from '@quittance/db/cash/write';
import type { CompanySettings } from '../../companies/index.ts';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../../payments/follow-up.ts';
import { type Applying, applyDecisions } from '../deciding/apply-parts.ts';

/** Most decisions written in one transaction: what they touch stays locked as long as it lasts. */
const TOGETHER = 500;
/** Fewest, while more are to come. */
const FEWEST = 450;
/** Batches written at once: they meet as two runs would, at what both touch and at the journal. */
const AT_ONCE = 2;

type Asked = Readonly<{
  companyId: CompanyId;
  settings: CompanySettings;
  /** Before each batch: so many are applied, of so many that are certain so far. */
  onBatch: (done: number, total: number) => void;
}>;

const orderOf = ({ transactionId, best }: NewProposal) => {
  const { evidence, confidence, spans, parts } = best!;
  return { transactionId, origin: 'automatic' as const, evidence, confidence, spans, parts, note: '' };
};

/** Writes certain proposals; batches begin in the order the proposals come. */
export class SureWriter {
  private readonly context: Context;
  private readonly asked: Asked;
  private readonly applying: Applying;
  private readonly waiting: NewProposal[] = [];
  private readonly writing = new Set<Promise<void>>();
  private readonly made = new Map<number, number>();
  private total = 0;
  private done = 0;
  private failure: { error: unknown } | null = null;

  constructor(context: Context, asked: Asked) {
    const { companyId, settings } = asked;
    const on = localDay(context.clock.now().getTime(), settings.timezone);
    this.context = context;
    this.asked = asked;
    this.applying = { companyId, actor: context.actor, on, limitCents: settings.policy.smallDifferenceCents };
  }

  /** Takes proposals; they are written as soon as there are enough and a writer is free. @throws what stopped an earlier batch */
  readonly put = (proposals: readonly NewProposal[]): void => {
    if (this.failure) throw this.failure.error;
    this.total += proposals.length;
    this.waiting.push(...proposals);
    this.send(FEWEST);
  };

  /**
   * Writes what is left; the ids of the decisions by movement. What was refused has changed meanwhile and waits for the next run.
   * @throws what stopped a batch
   */
  async end(): Promise<ReadonlyMap<number, number>> {
    for (this.send(1); this.writing.size > 0; this.send(1)) await Promise.race(this.writing);
    if (this.failure) throw this.failure.error;
    return this.made;
  }

  /** Gives free writers what waits, where it is at least so many. After a failure nothing more is written. */
  private send(fewest: number): void {
    while (!this.failure && this.writing.size < AT_ONCE && this.waiting.length >= fewest) {
      const written = this.write(this.waiting.splice(0, TOGETHER)).then(() => {
        this.writing.delete(written);
        this.send(FEWEST);
      });
      this.writing.add(written);
    }
  }

  private async write(batch: readonly NewProposal[]): Promise<void> {
    try {
      this.asked.onBatch(this.done, this.total);
      const applied = await inOrganization(this.context, async (tx) => {
        const results = await applyDecisions(tx, batch.map(orderOf), this.applying);
        await followMoney(tx, this.context, this.asked.companyId);
        return results;
      });
      for (const [n, result] of applied.entries())
        if (result.ok) this.made.set(batch[n]!.transactionId, result.value.decisionId);
      await inOrganization(this.context, learnGrownStatistics);
      this.done += batch.length;
    } catch (error) {
      this.failure ??= { error };
    }
  }
}
