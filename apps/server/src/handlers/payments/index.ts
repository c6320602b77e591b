// Front door of the payments handlers.
import type { Services } from '../../services/index.ts';
import type { HandlerDeps } from '../deps.ts';
import { adjustmentsService } from './adjustments.ts';
import { announcementsService } from './announcements.ts';
import { claimsService } from './claims.ts';
import { paymentsService } from './payments.ts';

/** The services of what happens to money after it came. */
export const paymentServices = (
  deps: HandlerDeps,
): Pick<Services, 'payments' | 'adjustments' | 'announcements' | 'claims'> => ({
  payments: paymentsService(deps),
  adjustments: adjustmentsService(deps),
  announcements: announcementsService(deps),
  claims: claimsService(deps),
});
