import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeAppointment, makeAssessment, makeDues, makeHours } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { readMemberRecords } from './read-records.ts';

useDatabase();

test('records of firms and lawyers, in one order, and of nobody else', async () => {
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id });
  const stranger = await makeLawyer({ firmId: firm.id });
  const byLawyer = { subjectKind: 'lawyer', subjectId: lawyer.id } as const;
  await makeAssessment(byLawyer);
  await makeAssessment({ ...byLawyer, year: 2024, filedOn: '2025-05-20' });
  await makeAssessment({
    subjectKind: 'firm',
    subjectId: firm.id,
    year: 2026,
    state: 'submitted',
    result: null,
    filedOn: null,
  });
  await makeDues(byLawyer);
  await makeAppointment({ lawyerId: lawyer.id });
  await makeHours({ lawyerId: lawyer.id, hours: 1.5 });
  await makeAssessment({ subjectKind: 'lawyer', subjectId: stranger.id });
  await makeHours({ lawyerId: stranger.id });

  const records = await transaction((t) => readMemberRecords({ firmIds: [firm.id], lawyerIds: [lawyer.id] }, t));
  expect(records).toEqual({
    assessments: [
      { subjectKind: 'firm', subjectId: firm.id, year: 2026, state: 'submitted', result: null, filedOn: null },
      { ...byLawyer, year: 2024, state: 'final', result: 'competent', filedOn: '2025-05-20' },
      { ...byLawyer, year: 2025, state: 'final', result: 'competent', filedOn: '2026-05-20' },
    ],
    dues: [{ ...byLawyer, year: 2026, dueFen: 120_000, paidFen: 120_000, state: 'settled', settledOn: '2026-03-18' }],
    appointments: [
      {
        lawyerId: lawyer.id,
        body: '涉外法律服务专业委员会',
        position: '副主任',
        fromOn: '2023-03-01',
        untilOn: null,
      },
    ],
    hours: [
      {
        lawyerId: lawyer.id,
        title: '民法典合同编司法解释培训',
        heldOn: '2026-06-13',
        hours: 1.5,
        state: 'checked_in',
      },
    ],
  });
});

test('nobody has no records', async () => {
  expect(await readMemberRecords({ firmIds: [], lawyerIds: [] })).toEqual({
    assessments: [],
    dues: [],
    appointments: [],
    hours: [],
  });
});
