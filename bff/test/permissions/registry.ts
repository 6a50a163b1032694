import type { Call } from '../api.ts';
import { anyMember, type Row } from './row.ts';
import { firmData, lawyerData, makeDiscipline, makeFirm, makeLawyer } from '../factories/registry.ts';

/** Who may read and keep firms, lawyers and discipline records. */

const registrar = { registrar: 200, administrator: 200 };
const discipline = { ...registrar, reviewer: 200 };
const anyStaff = { ...discipline, events: 200, service: 200, finance: 200 };

const id = (value: number): Call => ({ params: { id: value } });

export const REGISTRY_ROWS: Record<string, Row> = {
  showOwnFile: { realm: 'member', passes: anyMember },
  listFirms: { realm: 'staff', passes: anyStaff },
  showFirm: { realm: 'staff', passes: anyStaff, hasObject: true, call: async ({ firm }) => id(firm.id) },
  createFirm: { realm: 'staff', passes: registrar, call: async () => ({ body: firmData() }) },
  updateFirm: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const firm = await makeFirm();
      return { ...id(firm.id), body: firmData({ licenceNo: firm.licenceNo, uscc: firm.uscc, version: firm.version }) };
    },
  },
  listLawyers: { realm: 'staff', passes: anyStaff },
  showLawyer: { realm: 'staff', passes: anyStaff, hasObject: true, call: async ({ lawyer }) => id(lawyer.id) },
  createLawyer: { realm: 'staff', passes: registrar, call: async () => ({ body: lawyerData() }) },
  updateLawyer: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id: lawyerId, licenceNo, version } = await makeLawyer();
      return { ...id(lawyerId), body: lawyerData({ licenceNo, version, identityNumber: undefined }) };
    },
  },
  revealIdentity: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async ({ lawyer }) => ({ ...id(lawyer.id), body: { reason: '核对换证材料' } }),
  },
  listDiscipline: { realm: 'staff', passes: discipline },
  showDiscipline: {
    realm: 'staff',
    passes: discipline,
    hasObject: true,
    call: async () => id((await elsewhere()).id),
  },
  createDiscipline: {
    realm: 'staff',
    passes: registrar,
    call: async () => ({
      body: { subjectKind: 'firm', subjectId: (await makeFirm()).id, kind: 'warning', state: 'open' },
    }),
  },
  updateDiscipline: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id: recordId, subjectId, version } = await elsewhere();
      return {
        ...id(recordId),
        body: { subjectKind: 'firm', subjectId, kind: 'warning', state: 'dismissed', version },
      };
    },
  },
};

/** A record of a firm of its own, so that `cast.firm` stays clean. */
async function elsewhere() {
  return makeDiscipline({ subjectKind: 'firm', subjectId: (await makeFirm()).id, state: 'open' });
}
