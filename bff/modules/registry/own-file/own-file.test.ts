import { beforeEach, describe, expect, test } from '@jest/globals';
import { ownFileEndpoints } from '../../../contract/own-file/endpoints.ts';
import '../../../models.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import {
  makeAppointment,
  makeAssessment,
  makeDues,
  makeFormerName,
  makeHours,
  makeMerger,
} from '../../../test/factories/record.ts';
import { makeDiscipline, makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import type { Firm, Lawyer } from '../model.ts';

useDatabase();
const api = useApi();
let firm: Firm;
let lawyer: Lawyer;
const NOTE = '内部备注勿外传';

beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});
const fileOf = async (member: { firmId: number } | { lawyerId: number }) =>
  (await api.call(ownFileEndpoints.showOwnFile, { as: await memberToken(member) })).json;

describe('会员档案', () => {
  test('tells a lawyer every kind of record, without what staff note for each other', async () => {
    const about = { subjectKind: 'lawyer', subjectId: lawyer.id } as const;
    await makeAssessment({ ...about, remark: NOTE });
    await makeDues({ ...about, remark: NOTE });
    await makeAppointment({ lawyerId: lawyer.id, remark: NOTE });
    await makeHours({ lawyerId: lawyer.id, remark: NOTE });
    await makeDiscipline({ ...about, remark: NOTE });
    const file = await fileOf({ lawyerId: lawyer.id });
    expect(file).toMatchObject({
      kind: 'lawyer',
      lawyer: { name: '林知远', firmName: firm.name, licenceNo: lawyer.licenceNo },
      periods: [{ firmName: firm.name, untilOn: null }],
      assessments: [{ year: 2025, result: 'competent' }],
      dues: [{ year: 2026, dueFen: 120_000, state: 'settled' }],
      appointments: [{ position: '副主任' }],
      hours: [{ hours: 3 }],
      discipline: [{ kind: 'warning', documentNo: '江律纪字〔2025〕第1号' }],
    });
    const text = JSON.stringify(file);
    expect(text).not.toContain(NOTE);
    // The identity number is masked for its owner as well: screens are looked at by others.
    expect(text).toMatch(/"identityMasked":"\d{3}\*+\w{4}"/);
  });

  test('tells a firm its own records, and nothing of its lawyers or of other firms', async () => {
    const about = { subjectKind: 'firm', subjectId: firm.id } as const;
    await makeFormerName({ firmId: firm.id });
    await makeMerger({ firmId: firm.id, remark: NOTE });
    await makeAssessment(about);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id, documentNo: '江律纪字〔2025〕第77号' });
    const other = await makeFirm();
    await makeDues({ subjectKind: 'firm', subjectId: other.id });
    const file = await fileOf({ firmId: firm.id });
    expect(file).toMatchObject({
      kind: 'firm',
      firm: { name: firm.name, uscc: firm.uscc, personInCharge: '温书宁', lawyerCount: 1 },
      formerNames: [{ name: '江海市第一律师事务所' }],
      mergers: [{ otherFirmName: '江海同舟律师事务所', mergedOn: '2020-07-01' }],
      assessments: [{ year: 2025 }],
      dues: [],
      discipline: [],
    });
    expect(JSON.stringify(file)).not.toContain(NOTE);
    expect(await fileOf({ firmId: other.id })).toMatchObject({
      dues: [{ year: 2026 }],
      formerNames: [],
      discipline: [],
    });
  });
});
