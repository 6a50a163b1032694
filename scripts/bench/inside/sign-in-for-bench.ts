import { Session } from '../../../bff/modules/accounts/model.ts';
import { hashToken, randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { database } from '../../../bff/platform/db/database.ts';

/** Signs accounts in as no sign-in does: without a password, of which a measured database has none. Answers their tokens. */
export async function signInForBench(accountIds: number[]): Promise<string[]> {
  const now = Date.now();
  const tokens = accountIds.map((accountId) => ({ accountId, token: randomToken(256) }));
  await Session.bulkCreate(
    tokens.map(({ accountId, token }) => ({
      accountId,
      tokenHash: hashToken(token),
      device: 'bench',
      address: '127.0.0.1',
      createdAt: now,
      lastSeenAt: now,
      previousSignInAt: null,
    })),
  );
  // A temporary password opens nothing but the page that sets a new one.
  await database.sequelize.query('UPDATE accounts SET is_temporary = 0 WHERE id IN (?)', {
    replacements: [accountIds],
  });
  return tokens.map(({ token }) => token);
}
