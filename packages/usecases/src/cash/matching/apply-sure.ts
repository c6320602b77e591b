// Applying what is certain, batch after batch, while what comes after is still being decided.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { learnGrownStatistics, type NewProposal } from '@quittance/db/cash/write';
import type { CompanySettings } from '../../companies/index.ts';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../../payments/follow-up.ts';
import { type Applying, applyDecisions } from '../deciding/apply-parts.ts';

/** Decisions written in one transaction: what they touch stays locked as long as it lasts. */
const TOGETHER = 500;

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

/** Writes certain proposals in the order they come. */
export class SureWriter {
  private readonly context: Context;
  private readonly asked: Asked;
  private readonly applying: Applying;
  private waiting: NewProposal[] = [];
  private readonly made = new Map<number, number>();
  private total = 0;
  private done = 0;
  private failure: { error: unknown } | null = null;
  private last: Promise<void> = Promise.resolve();

  constructor(context: Context, asked: Asked) {
    const { companyId, settings } = asked;
    const on = localDay(context.clock.now().getTime(), settings.timezone);
    this.context = context;
    this.asked = asked;
    this.applying = { companyId, actor: context.actor, on, limitCents: settings.policy.smallDifferenceCents };
  }

  /** Takes proposals; they are written as soon as a batch is full and the one before is done. @throws what stopped an earlier batch */
  readonly put = (proposals: readonly NewProposal[]): void => {
    if (this.failure) throw this.failure.error;
    this.total += proposals.length;
    for (const proposal of proposals) {
      this.waiting.push(proposal);
      if (this.waiting.length === TOGETHER) this.send();
    }
  };

  /**
   * Writes what is left; the ids of the decisions by movement. What was refused has changed meanwhile and waits for the next run.
   * @throws what stopped a batch
   */
  async end(): Promise<ReadonlyMap<number, number>> {
    this.send();
    await this.last;
    if (this.failure) throw this.failure.error;
    return this.made;
  }

  private send(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length > 0) this.last = this.last.then(() => this.write(batch));
  }

  /** After a failure nothing more is written. */
  private async write(batch: readonly NewProposal[]): Promise<void> {
    if (this.failure) return;
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
      this.failure = { error };
    }
  }
}
