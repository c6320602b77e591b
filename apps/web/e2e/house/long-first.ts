// The order of the journeys: the longest first, so that none is left running alone at the end; beside the very first, which loads the demo
// portfolio, one that needs none. The order of the other tiers is left as it is.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FIRST = ['screens', 'main-job', 'links', 'cash', 'payments', 'today', 'payments-invoice', 'shell'];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = FIRST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
  return place < 0 ? FIRST.length : place;
};

/** Asked by vitest for the order of all files. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const journeys = sorted.filter(({ project }) => project.name === 'browser');
    const others = sorted.filter(({ project }) => project.name !== 'browser');
    return [...others, ...journeys.sort((a, b) => placeOf(a) - placeOf(b))];
  }
}
