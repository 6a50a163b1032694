import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, optional, ownedBy, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Links by which members show a certificate to one recipient each, and when those were opened. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'share_links',
    {
      id: id(),
      certificate_id: reference('certificates'),
      /** Which account made it; rights go by member. */
      account_id: reference('accounts'),
      /** Finds the link; the token itself is sealed, so that its member can copy it again. */
      token_hash: identifier(64),
      token_sealed: identifier(200),
      recipient: text(50),
      purpose: text(50),
      /** Access code, sealed; null: none is asked for. */
      code_sealed: optional(identifier(200)),
      /** Wrong codes since the last right one. */
      code_tries: integer(),
      view_limit: optional(integer()),
      views: integer(),
      may_download: flag(),
      created_at: instant(),
      expires_at: instant(),
      revoked_at: optional(instant()),
    },
    { unique: [['token_hash']], indexes: [['certificate_id', 'id']] },
  );
  await createTable(
    q,
    'share_views',
    {
      id: id(),
      link_id: ownedBy('share_links'),
      /** Hash of the key that one loading of the page draws: asked again, it is the same view. */
      visit_hash: identifier(64),
      at: instant(),
      /** Coarse: 微信, 手机浏览器. Never an address. */
      device: text(20),
    },
    { unique: [['link_id', 'visit_hash']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'share_views');
  await dropTable(q, 'share_links');
}
