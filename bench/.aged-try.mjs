import { writeFileSync } from 'node:fs';

const { openGround, BENCH_DAY } = await import('/work/main/bench/src/ground.mjs');
const { generateLedger } = await import('/work/main/bench/src/generate-ledger.mjs');
const g = await openGround();
const d = await g.freshDatabase();
console.time('gen');
await generateLedger(d.admin, {
  orgId: d.orgId,
  companyId: d.companyId,
  invoices: Number(process.argv[2] ?? 1000000),
  on: BENCH_DAY,
});
console.timeEnd('gen');
console.log(
  JSON.stringify({ appUrl: d.appUrl, ownerUrl: d.ownerUrl, orgId: d.orgId, companyId: d.companyId, data: g.dataDir }),
);
writeFileSync(
  '/tmp/aged-try.json',
  JSON.stringify({ appUrl: d.appUrl, ownerUrl: d.ownerUrl, orgId: d.orgId, companyId: d.companyId }),
);
process.on('SIGTERM', async () => {
  await d.close();
  await g.close();
  process.exit(0);
});
setInterval(() => {}, 1000);
