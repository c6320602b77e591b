// Identity: the library that opens, checks and closes sessions, set up for this house. Its tables are auth.* (0002_auth.sql).
// Only our own routes call it, so its own HTTP doors, sign-up included, do not exist here.
import { hashPassword, verifyPassword } from '@quittance/adapters/passwords';
import { PASSWORD_MIN } from '@quittance/contracts/api';
import type { Database } from '@quittance/db/tx';
import { type BetterAuthOptions, betterAuth } from 'better-auth';

/** What identity needs. */
export type IdentityOptions = Readonly<{
  db: Database;
  /** Signs the cookies. */
  secret: string;
  /** Where browsers reach the server; https makes cookies Secure. */
  publicUrl: string;
}>;

const DAY_SECONDS = 86_400;

const users = {
  modelName: 'users',
  fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  additionalFields: {
    language: { type: 'string', required: true, defaultValue: 'fr', input: true },
    disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
    mustChangePassword: {
      type: 'boolean',
      required: true,
      defaultValue: false,
      input: false,
      fieldName: 'must_change_password',
    },
  },
} as const;

const sessions = {
  modelName: 'sessions',
  fields: {
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  expiresIn: 7 * DAY_SECONDS,
  updateAge: DAY_SECONDS,
} as const;

const accounts = {
  modelName: 'accounts',
  fields: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const;

const verifications = {
  modelName: 'verifications',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const;

/** The header by which our routes tell identity where a request comes from; never taken from outside. */
export const CLIENT_IP_HEADER = 'x-quittance-client-ip';

/** The library's settings; no call outside, no telemetry, no sign-up. */
export const identityOptions = ({ db, secret, publicUrl }: IdentityOptions) =>
  ({
    appName: 'Quittance',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: db.withSchema('auth'), type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(password, hash),
      },
    },
    user: users,
    session: sessions,
    account: accounts,
    verification: verifications,
    // Our own limits stand at the door (sign-in-limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'quittance',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
  }) satisfies BetterAuthOptions;

/** Sets identity up. */
export const createIdentity = (options: IdentityOptions) => betterAuth(identityOptions(options));

/** The library, set up. */
export type Identity = ReturnType<typeof createIdentity>;
