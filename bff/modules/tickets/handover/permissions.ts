import { makeStaffAccount } from '../../../test/factories/registry.ts';
import { answer, id, type Row } from '../../../test/permissions/row.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';

const onlyWhoLeads = answer(200, 'administrator');
const colleague = async () =>
  (await makeStaffAccount(`heir-${randomToken(128)}`.toLowerCase(), 'correct horse 1', ['administrator'])).id;

/** Who leads the desk passes on what a colleague has open. */
export const PERMISSIONS: Record<string, Row> = {
  showHandover: { realm: 'staff', passes: onlyWhoLeads, hasObject: true, call: async () => id(await colleague()) },
  printHandover: { realm: 'staff', passes: onlyWhoLeads, hasObject: true, call: async () => id(await colleague()) },
  handOver: {
    realm: 'staff',
    passes: onlyWhoLeads,
    hasObject: true,
    call: async () => ({ ...id(await colleague()), body: { toId: await colleague() } }),
  },
};
