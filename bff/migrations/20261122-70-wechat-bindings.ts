import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addIndex, createTable, dropTable } from '../platform/db/ddl.ts';

/** Which WeChat opens which account, and which sessions it opened. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'wechat_bindings',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      appid: identifier(32),
      /** The person at that app; a person has another one at each. */
      openid: identifier(64),
      unionid: optional(identifier(64)),
      /** Who it is, in the words of whoever bound it. */
      label: text(40),
      /** Proved by password, or by telephone number. */
      proof: identifier(10),
      bound_at: instant(),
      last_used_at: instant(),
    },
    { unique: [['appid', 'openid']], indexes: [['account_id', 'id']] },
  );
  await createTable(q, 'wechat_sessions', {
    id: id(),
    binding_id: ownedBy('wechat_bindings'),
    session_id: ownedBy('sessions'),
  });
  // A telephone number that WeChat vouches for is looked up among the members.
  await addIndex(q, 'firms', ['phone']);
  await addIndex(q, 'lawyers', ['phone']);
}

/** The two indexes stay: they hold nothing, and leaving them makes going down repeatable. */
export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'wechat_sessions');
  await dropTable(q, 'wechat_bindings');
}
