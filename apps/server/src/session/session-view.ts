// Session view: user, organizations, and where they stand, as the screens need it.
import type { SessionView } from '@quittance/contracts/api';
import type { UserContext } from '../services/index.ts';
import { type Place, permissionsOf } from './place.ts';

/** Makes the view of a user at a place. */
export function sessionViewOf(user: UserContext['user'], place: Place): SessionView {
  const { membership } = place;
  return {
    user: { ...user },
    organizations: place.memberships.map(({ slug, name, role }) => ({ slug, name, role })),
    current: membership
      ? {
          org: membership.slug,
          role: membership.role,
          permissions: [...permissionsOf(membership)],
          portfolio: membership.portfolio && { ...membership.portfolio, segments: [...membership.portfolio.segments] },
          companies: place.companies.map(({ companyId, code, name, testMode, liveSegments }) => ({
            companyId,
            code,
            name,
            testMode,
            liveSegments: [...liveSegments],
          })),
          company: place.company?.code ?? null,
        }
      : null,
  };
}
