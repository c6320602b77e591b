// Front door of law: effective-dated parameters, and one folder per country.
export * from './effective-dated.ts';
export * from './fr/claims/formal-notice.ts';
export * from './fr/claims/imputation.ts';
export * from './fr/claims/limitation.ts';
export * from './fr/penalties/agreed-rate.ts';
export * from './fr/penalties/claim-total.ts';
export * from './fr/penalties/late-penalties.ts';
export * from './fr/penalties/parameters.ts';
export * from './fr/penalties/principal.ts';
export * from './fr/penalties/regime.ts';
export * from './fr/penalties/yearly-rate.ts';
export * from './fr/rates/half-year.ts';
export * from './fr/rates/missing-rate.ts';
export * from './fr/rates/rate-table.ts';
export * from './fr/rates/rates.ts';
export * from './fr/terms/limits.ts';
export * from './fr/terms/terms-check.ts';
