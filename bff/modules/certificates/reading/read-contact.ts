import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';

const contactRow = z.strictObject({
  typeId: z.int(),
  kind: oneOf(SUBJECT_KINDS),
  id: z.int(),
  name: z.string(),
  number: z.string(),
  email: z.string(),
  accountId: z.int(),
  bulkOrderId: z.int().nullable(),
});
const labelRow = z.strictObject({ label: z.string() });

/** Whom an application concerns and where its mails go; for the system's own use: nobody is authorised here. Prepared SQL: read with everything that is told. */
export async function readContact(applicationId: number, t: Transaction): Promise<z.infer<typeof contactRow>> {
  const [contact] = await select(
    contactRow,
    `SELECT type_id AS typeId, applicant_kind AS kind, applicant_id AS id, applicant_name AS name, number, email,
       account_id AS accountId, bulk_order_id AS bulkOrderId FROM applications WHERE id = ?`,
    [applicationId],
    t,
  );
  if (!contact) throw new Error(`there is no application ${applicationId}`);
  return contact;
}

/** What an application of this type asks for, as members know it. */
export async function readTypeLabel(typeId: number, t: Transaction): Promise<string> {
  const [type] = await select(labelRow, 'SELECT label FROM certificate_types WHERE id = ?', [typeId], t);
  if (!type) throw new Error(`there is no certificate type ${typeId}`);
  return type.label;
}
