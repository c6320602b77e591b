// A message by hand about an invoice of which a part is disputed: the rest may be asked for, the disputed part never. 8 March 2027 is a Monday.
import { cents } from '@quittance/core/kernel';
import { expect, it } from 'vitest';
import { previewByHand, sendByHand } from '../src/customers/index.ts';
import { placeHold } from '../src/holds/index.ts';
import { onStage } from './on-stage.ts';

const open = onStage();

it('asks for the undisputed part of an invoice, and leaves as written', async () => {
  const stage = await open('2027-03-08');
  const customerId = await stage.portfolio.customer({ ref: 'C1' });
  const first = await stage.owed(customerId, 'F1', '2027-02-15', 100_000);
  const second = await stage.owed(customerId, 'F2', '2027-02-15', 50_000);
  const dispute = (receivableId: typeof first, amount: number | null) =>
    placeHold(stage.context, {
      ...{ companyId: stage.companyId, customerId, receivableId, cents: amount === null ? null : cents(amount) },
      ...{ reason: 'dispute', untilOn: null, note: 'deux palettes manquent' },
    });
  await dispute(first, 30_000);
  const ports = { renderer: stage.ports.renderer, templates: null };
  const draft = {
    ...({ companyId: stage.companyId, customerId, channel: 'email', tone: 'courteous', language: 'fr' } as const),
    ...{ contactId: null, receivableIds: [first, second], words: null },
  };
  const shown = await previewByHand(stage.context, ports, draft);
  expect(shown).toMatchObject({ ok: true, value: { stops: [], disputedCents: 30_000, currency: 'EUR' } });
  if (shown.ok)
    expect(shown.value.message.rendered).toMatchObject({ text: 'F1=70000 F2=50000 total=120000 until=2027-03-16' });
  expect(await sendByHand(stage.context, ports, { ...draft, requestKey: crypto.randomUUID() })).toMatchObject({
    ok: true,
  });

  await dispute(second, null); // the whole of it: the message about both stops, the one about the rest of the first goes
  expect(await previewByHand(stage.context, ports, draft)).toMatchObject({ ok: true, value: { stops: ['dispute'] } });
  const rest = { ...draft, receivableIds: [first] };
  expect(await previewByHand(stage.context, ports, rest)).toMatchObject({ ok: true, value: { stops: [] } });
  expect(await sendByHand(stage.context, ports, { ...draft, requestKey: crypto.randomUUID() })).toMatchObject({
    ok: false,
    refusal: { code: 'message_stopped', facts: { reason: 'dispute' } },
  });
});
