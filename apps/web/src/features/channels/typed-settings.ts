// Typed settings: the mail form's fields as text, and what of them is sent.
import type { CompanyView, channels, MailChannelView } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';

/** The fields, without the password. */
export type Typed = Readonly<{
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string;
  perSecond: number;
  fromName: string;
  fromAddress: string;
  replyTo: string;
}>;

/** The port each way of encrypting usually has. */
const PORTS: Readonly<Record<Typed['security'], number>> = { starttls: 587, tls: 465, none: 25 };

/** What is set, else what the letterhead says. */
export const typedOf = ({ own }: MailChannelView, { letterhead }: CompanyView): Typed => ({
  host: own?.host ?? '',
  port: own?.port ?? PORTS.starttls,
  security: own?.security ?? 'starttls',
  user: own?.user ?? '',
  perSecond: own?.perSecond ?? 0,
  fromName: own?.fromName ?? letterhead.name,
  fromAddress: own?.fromAddress ?? letterhead.email ?? '',
  replyTo: own?.replyTo ?? '',
});

/** Another way of encrypting; the port follows where it was the usual one. */
export const withSecurity = (typed: Typed, security: Typed['security']): Typed => ({
  ...typed,
  security,
  port: typed.port === PORTS[typed.security] ? PORTS[security] : typed.port,
});

/** What is sent; an empty password leaves the known one. */
export const bodyOf = (typed: Typed, password: string): RouteInput<(typeof channels)['saveEmail']>['body'] => ({
  ...typed,
  host: typed.host.trim(),
  user: typed.user.trim() || null,
  fromAddress: typed.fromAddress.trim(),
  replyTo: typed.replyTo.trim() || null,
  ...(password ? { password } : {}),
});
