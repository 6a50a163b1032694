import { transaction } from '../../platform/db/database.ts';
import { staff, type Row } from '../../test/permissions/row.ts';
import { countMail } from './count-mail.ts';

/** A mailbox that a member has had a mail sent to. */
const aRecipient = async () => {
  const address = 'stranger@example.com';
  await transaction((t) => countMail({ address, limit: null }, t));
  return { body: { address } };
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // recipients: who is told that there is no such link got past the door
  readMailStop: { realm: 'public', answer: 404, call: async () => ({ body: { token: 'x'.repeat(43) } }) },
  stopMail: { realm: 'public', answer: 404, call: async () => ({ body: { token: 'x'.repeat(43) } }) },
  lookUpRecipient: { realm: 'staff', passes: staff('reviewer', 'service'), call: aRecipient },
  readmitRecipient: {
    realm: 'staff',
    passes: staff('reviewer', 'service'),
    call: async () => ({ body: { ...(await aRecipient()).body, reason: '收件人来电' } }),
  },
};
