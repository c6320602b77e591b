// Places: where each first step is taken.
import type { StartView } from '@quittance/contracts/api';

const PLACES = {
  letterhead: '/settings/company',
  import: '/imports',
  scenario: '/start/scenario',
  plan: '/today',
  mail: '/settings/channels',
  segment: '/settings/channels',
  live: '/settings/channels',
} as const;

/** The address of a step. */
export const placeOf = (step: StartView['steps'][number]['step']): (typeof PLACES)[typeof step] => PLACES[step];
