// Sign-in noted: when somebody last came in, for those who give rights.
import type { Database } from '@quittance/db/tx';
import { updateLastSignIn, updateMustChangePassword } from '@quittance/db/users/write';

/** Notes that the user of the address signed in now. */
export const noteSignIn = (db: Database, email: string): Promise<void> => updateLastSignIn(db, email);

/** Notes that the user has a password of their own. */
export const noteOwnPassword = (db: Database, userId: string): Promise<void> =>
  updateMustChangePassword(db, userId, false);
