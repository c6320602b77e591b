// Front door of ageing: buckets, the aged balance, the indicators.
export * from './aged-balance.ts';
export * from './aged-rows.ts';
export * from './buckets.ts';
export * from './dso.ts';
export * from './figure.ts';
export * from './held-share.ts';
export * from './kpi-formulas.ts';
export * from './kpis.ts';
export * from './ratios.ts';
export * from './trend.ts';
