import type { Call } from '../../test/api.ts';
import {
  makeAppointment,
  makeAssessment,
  makeDues,
  makeFormerName,
  makeHours,
  makeMerger,
  makePeriod,
} from '../../test/factories/record.ts';
import { firmData, lawyerData, makeDiscipline, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, anyMember, anyStaff, id, staff, type Row } from '../../test/permissions/row.ts';

const registrar = staff('registrar');
const newFirm = async () => ({ firmId: (await makeFirm()).id });
const newLawyer = async () => ({ lawyerId: (await makeLawyer()).id });
const eitherSubject = async () => ({ subjectKind: 'firm', subjectId: (await makeFirm()).id }) as const;
const lawyerSubject = async () => ({ subjectId: (await makeLawyer()).id });
const firmSubject = async () => ({ subjectId: (await makeFirm()).id });
const discipline = staff('registrar', 'reviewer');

/** Who may read and keep members, their records and discipline records: every staff reads, the registrar writes. */
export const PERMISSIONS: Record<string, Row> = {
  // registry, members
  showOwnRecord: { realm: 'member', passes: anyMember },
  listOwnLawyers: { realm: 'member', passes: answer(200, 'firm', 'other firm') },
  listFirmHours: { realm: 'member', passes: answer(200, 'firm', 'other firm') },
  exportFirmHours: { realm: 'member', passes: answer(200, 'firm', 'other firm') },
  checkIdentity: {
    realm: 'member',
    passes: { ...answer(200, 'firm'), ...answer(404, 'other firm') },
    hasObject: true,
    call: async ({ firm }: Cast) => ({
      ...id((await makeLawyer({ firmId: firm.id })).id),
      body: { identityNumber: '440402198503121234' },
    }),
  },
  showFirmRecords: {
    realm: 'staff',
    passes: anyStaff,
    hasObject: true,
    call: async ({ firm }: Cast) => ({ params: { id: firm.id } }),
  },
  showLawyerRecords: {
    realm: 'staff',
    passes: anyStaff,
    hasObject: true,
    call: async ({ lawyer }: Cast) => ({ params: { id: lawyer.id } }),
  },
  confirmLatinName: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id, version } = await makeLawyer();
      return { params: { id }, body: { latinName: 'LIN Zhiyuan', reason: '护照', version } };
    },
  },
  confirmEnglishName: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id, version } = await makeFirm();
      return { params: { id }, body: { englishName: 'Qingming Law Firm', version } };
    },
  },
  listAssessments: { realm: 'staff', passes: anyStaff },
  listDues: { realm: 'staff', passes: anyStaff },
  ...recordRows('Assessment', {
    make: async () => makeAssessment(await eitherSubject()),
    subject: eitherSubject,
    says: { year: 2025, state: 'submitted' },
  }),
  ...recordRows('Dues', {
    make: async () => makeDues(await eitherSubject()),
    subject: eitherSubject,
    says: { year: 2026, dueFen: 100, paidFen: 0, state: 'unpaid' },
  }),
  ...recordRows('Appointment', {
    make: async () => makeAppointment(await newLawyer()),
    subject: lawyerSubject,
    says: { body: '理事会', position: '理事', fromOn: '2023-03-01' },
  }),
  ...recordRows('Hours', {
    make: async () => makeHours(await newLawyer()),
    subject: lawyerSubject,
    says: { title: '执业纪律培训', heldOn: '2026-06-13', hours: 2, state: 'checked_in' },
  }),
  ...recordRows('FormerName', {
    make: async () => makeFormerName(await newFirm()),
    subject: firmSubject,
    says: { name: '江海旧称律师事务所', untilOn: '2015-12-31' },
  }),
  ...recordRows('Merger', {
    make: async () => makeMerger(await newFirm()),
    subject: firmSubject,
    says: { otherFirmName: '江海同舟律师事务所', mergedOn: '2020-07-01' },
  }),
  ...recordRows('Period', {
    make: async () => makePeriod({ ...(await newLawyer()), fromOn: '2011-01-01', untilOn: '2011-12-31' }),
    subject: lawyerSubject,
    says: { outsideFirmName: '云岭北岸律师事务所', fromOn: '2013-01-01', untilOn: '2013-12-31' },
  }),
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
  withdrawDiscipline: {
    realm: 'staff',
    passes: registrar,
    hasObject: true,
    call: async () => {
      const { id: recordId, version } = await elsewhere();
      return { ...id(recordId), body: { reason: '重复登记', version } };
    },
  },
};

/** The four rows of one kind of record; each request is about a record of its own. */
function recordRows(
  noun: string,
  kind: {
    make: () => Promise<{ id: number; version: number }>;
    subject: () => Promise<object>;
    says: object;
  },
): Record<string, Row> {
  const made = async (more: (version: number) => Partial<Call>): Promise<Call> => {
    const { id, version } = await kind.make();
    return { params: { id }, ...more(version) };
  };
  const [read, write] = [
    { realm: 'staff', passes: anyStaff, hasObject: true } as const,
    { realm: 'staff', passes: registrar, hasObject: true } as const,
  ];
  return {
    [`show${noun}`]: { ...read, call: () => made(() => ({})) },
    [`create${noun}`]: {
      realm: 'staff',
      passes: registrar,
      call: async () => ({ body: { ...(await kind.subject()), ...kind.says } }),
    },
    [`update${noun}`]: { ...write, call: () => made((version) => ({ body: { ...kind.says, version } })) },
    [`remove${noun}`]: { ...write, call: () => made((version) => ({ query: { version: String(version) } })) },
  };
}

/** A record of a firm of its own, so that `cast.firm` stays clean. */
async function elsewhere() {
  return makeDiscipline({ subjectKind: 'firm', subjectId: (await makeFirm()).id, state: 'open' });
}
