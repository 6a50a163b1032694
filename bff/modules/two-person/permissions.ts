import type { Call } from '../../test/api.ts';
import { makeStaffAccount, staffActor } from '../../test/factories/registry.ts';
import { answer, staff, type Row } from '../../test/permissions/row.ts';
import { Account } from '../accounts/model.ts';
import { reopenStaff } from '../staff-accounts/update-staff.ts';
import { keepsState } from '../../platform/singletons.ts';

let colleagues = 0;
keepsState(() => {
  colleagues = 0;
});
/** Another administrator asks to reopen a colleague's account. */
const aChange = async (): Promise<Call> => {
  const asker = await makeStaffAccount(`asker${++colleagues}`, 'correct horse 1', ['administrator']);
  const { id } = await makeStaffAccount(`cashier${++colleagues}`, 'correct horse 1', ['finance']);
  await Account.update({ isClosed: true }, { where: { id } });
  const waiting = await reopenStaff({ actor: { ...staffActor('administrator'), accountId: asker.id }, id });
  return { params: { id: waiting?.id ?? 0 } };
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // changes that take two persons
  listChanges: { realm: 'staff', passes: staff() },
  confirmChange: { realm: 'staff', passes: staff(), hasObject: true, call: aChange },
  declineChange: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => ({ ...(await aChange()), body: { reason: '情况不符' } }),
  },
  // Nobody but who asked takes it back: who hears so got past the door.
  withdrawChange: { realm: 'staff', passes: answer(403, 'administrator'), hasObject: true, call: aChange },
};
