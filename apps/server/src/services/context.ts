// Context: who asks, in which organization and company. Resolved before anything else of a request is looked at.
import type { Access, Route } from '@quittance/contracts/route';
import type { PortfolioScope, Role } from '@quittance/core/access';
import type { CompanyId, OrgId } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';

/** Of anybody. */
export type PublicContext = Readonly<{
  /** The reader's language: what the request asks for, else the user's, else French. */
  language: Language;
  requestId: string;
}>;

/** Of a signed-in user. */
export type UserContext = PublicContext &
  Readonly<{
    user: Readonly<{ userId: string; name: string; email: string; language: Language; mustChangePassword: boolean }>;
  }>;

/** Of a member with the right to do it. */
export type OrgContext = UserContext &
  Readonly<{
    orgId: OrgId;
    /** The organization's slug. */
    org: string;
    role: Role;
    /** The customers the member is narrowed to; undefined: everything. */
    portfolio: PortfolioScope | undefined;
    /** The company in view. */
    companyId: CompanyId;
    company: string;
    /** For the journal: `user:<id>`. */
    actor: string;
  }>;

/** The context a route's handler gets. */
export type ContextOf<R extends Route> = ContextOfAccess<R['permission']>;
type ContextOfAccess<A extends Access> = A extends 'public'
  ? PublicContext
  : A extends 'signed_in'
    ? UserContext
    : OrgContext;
