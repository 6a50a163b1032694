import { createHash } from 'node:crypto';
import type { Account } from '../accounts/model.ts';

/** What tells one state of a staff account from another: of what administrators edit, by which a stale save is known. */
export const versionOf = ({ name, email, roles }: Account): string =>
  createHash('sha256')
    .update(JSON.stringify([name, email, roles]))
    .digest('base64url')
    .slice(0, 16);
