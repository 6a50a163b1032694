import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, identifier, integer, json, optional, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/**
 * Messages and the inbox know what they tell about by kind and id, and a file by where it lies: certificates were the
 * only ones. `messages.certificate_id`, `messages.application_id` and `inbox_entries.application_id` are read no more
 * and go with a later release.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'messages', 'storage_key', optional(identifier(120)));
  await addColumn(q, 'messages', 'file_name', optional(text(120)));
  await addColumn(q, 'messages', 'is_file_essential', defaultsTo(flag(), 0));
  await addColumn(q, 'messages', 'subject_kind', optional(identifier(20)));
  await addColumn(q, 'messages', 'subject_id', optional(integer()));
  await addColumn(q, 'inbox_entries', 'subject_kind', optional(identifier(20)));
  await addColumn(q, 'inbox_entries', 'subject_id', optional(integer()));
  /** Where it leads in the member client: `application?id=5`. */
  await addColumn(q, 'inbox_entries', 'page', defaultsTo(identifier(120), ''));
  /** What a subscribe message of WeChat says besides. */
  await addColumn(q, 'inbox_entries', 'wechat', optional(json()));
  await fill(q);
}

async function fill(q: QueryInterface): Promise<void> {
  const ofCertificate = 'FROM certificates c WHERE c.id = messages.certificate_id';
  const statements = [
    `UPDATE messages SET subject_kind = 'application', subject_id = application_id
       WHERE application_id IS NOT NULL AND subject_id IS NULL`,
    `UPDATE messages SET storage_key = (SELECT c.storage_key ${ofCertificate}),
       file_name = (SELECT CONCAT('电子证明-', c.number, '.pdf') ${ofCertificate}),
       is_file_essential = CASE WHEN template = 'certificate' THEN 1 ELSE 0 END
       WHERE certificate_id IS NOT NULL AND storage_key IS NULL`,
    `UPDATE inbox_entries SET subject_kind = 'application', subject_id = application_id,
       page = CONCAT('application?id=', application_id) WHERE application_id IS NOT NULL AND subject_id IS NULL`,
  ];
  for (const statement of statements) await q.sequelize.query(statement);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const column of ['wechat', 'page', 'subject_id', 'subject_kind']) await dropColumn(q, 'inbox_entries', column);
  for (const column of ['subject_id', 'subject_kind', 'is_file_essential', 'file_name', 'storage_key']) {
    await dropColumn(q, 'messages', column);
  }
}
