// npm run imports: the import rules, checked on every module; a cruise that saw too few modules is itself an error.
import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { ROOT } from './house.mjs';

process.chdir(ROOT);
// dependency-cruiser hands every file to swc as TypeScript without JSX; a .tsx needs it said.
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('.tsx') });
const LEAST_MODULES = 60;
const { options, ...ruleSet } = config;
const { output } = await cruise(['packages', 'apps'], { ruleSet, validate: true, ...options });
for (const violation of output.summary.violations) {
  const path = violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to;
  console.error(`${violation.rule.name}: ${violation.from} → ${path}`);
}
if (output.summary.totalCruised < LEAST_MODULES) {
  console.error(`only ${output.summary.totalCruised} modules were read: the check saw next to nothing`);
  process.exit(1);
}
console.error(
  `${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised} imports, ${output.summary.violations.length} broken rules`,
);
process.exit(output.summary.violations.length > 0 ? 1 : 0);
