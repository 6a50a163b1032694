import type { Call } from '../../test/api.ts';
import { makeStaffAccount } from '../../test/factories/registry.ts';
import { invalid, nothing, staff, type Row } from '../../test/permissions/row.ts';
import { keepsState } from '../../platform/singletons.ts';
import { versionOf } from './version-of.ts';

let colleagues = 0;
keepsState(() => {
  colleagues = 0;
});
/** A staff account of its own each time: who is let in changes it. */
const colleague = async (): Promise<Call> => ({
  params: { id: (await makeStaffAccount(`colleague${++colleagues}`, 'correct horse 1', ['service'])).id },
});

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listStaff: { realm: 'staff', passes: staff() },
  createStaff: { realm: 'staff', passes: invalid('administrator'), call: nothing },
  updateStaff: {
    realm: 'staff',
    passes: staff(),
    hasObject: true,
    call: async () => {
      const account = await makeStaffAccount(`colleague${++colleagues}`, 'correct horse 1', ['service']);
      const body = { name: '顾清和', email: 'gu@example.com', roles: ['service'], version: versionOf(account) };
      return { params: { id: account.id }, body };
    },
  },
  closeStaff: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  reopenStaff: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetStaffPassword: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetSecondFactor: { realm: 'staff', passes: staff(), hasObject: true, call: colleague },
  resetMemberPassword: { realm: 'staff', passes: invalid('registrar', 'service', 'administrator'), call: nothing },
  showSecurity: { realm: 'staff', passes: staff() },
  updateSecurity: { realm: 'staff', passes: invalid('administrator'), call: nothing },
};
