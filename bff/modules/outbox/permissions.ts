import { transaction } from '../../platform/db/database.ts';
import { staff, type Row } from '../../test/permissions/row.ts';
import { sendLater } from './send-later.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listMessages: { realm: 'staff', passes: staff('reviewer', 'service') },
  resendMessage: {
    realm: 'staff',
    passes: staff('reviewer', 'service'),
    hasObject: true,
    call: async () => {
      const mail = { recipient: 'post@example.com', template: 'approved' as const, data: { number: '1' } };
      return { params: { id: (await transaction((t) => sendLater(mail, t))).id } };
    },
  },
};
