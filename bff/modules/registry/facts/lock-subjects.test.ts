import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Transaction } from 'sequelize';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import {
  makeAppointment,
  makeAssessment,
  makeDues,
  makeFormerName,
  makeHours,
  makeMerger,
  makePeriod,
} from '../../../test/factories/record.ts';
import {
  firmData,
  lawyerData,
  makeDiscipline,
  makeFirm,
  makeLawyer,
  staffActor,
} from '../../../test/factories/registry.ts';
import { enterLatinName } from '../names/enter-latin-name.ts';
import { createLawyer } from '../lawyers/create-lawyer.ts';
import { lockForReading, lockForWriting } from './lock-subjects.ts';
import { DisciplineRecord, LawyerFirmPeriod, type Firm, type Lawyer } from '../model.ts';
import { periodRecords } from '../records/period-records.ts';
import { readMemberRecords } from './read-records.ts';
import { readFirmFacts, readLawyerFacts, readRoster } from './read-registry-facts.ts';
import { updateDiscipline } from '../discipline/update-discipline.ts';
import { updateFirm } from '../firms/update-firm.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';
import { updateRecord } from '../records/update-record.ts';

useDatabase();
const actor = staffActor('registrar');
let firm: Firm;
let other: Firm;
let lawyer: Lawyer;

beforeEach(async () => {
  firm = await makeFirm();
  other = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});

/** Everything a letter about the firm and all its lawyers rests on. */
async function readFacts(t: Transaction) {
  const roster = await readRoster(firm.id, t);
  return {
    firm: await readFirmFacts(firm.id, t),
    lawyers: await readLawyerFacts(roster, t),
    records: await readMemberRecords({ firmIds: [firm.id], lawyerIds: roster }, t),
  };
}

/** Reads under the lock, as a decision does, until the write under way had every chance to slip in between. */
async function decideDuring(write: () => Promise<unknown>) {
  const order: string[] = [];
  // Made here, since `transaction` refuses to begin within another one.
  const start = Promise.withResolvers<void>();
  const writing = start.promise.then(write).then(() => order.push('written'));
  const facts = await transaction(async (t) => {
    await lockForReading({ firmIds: [firm.id], lawyerIds: [] }, t);
    await lockForReading({ firmIds: [firm.id], lawyerIds: await readRoster(firm.id, t) }, t);
    const first = await readFacts(t);
    start.resolve();
    for (let i = 0; i < 20 && order.length === 0; i++) expect(await readFacts(t)).toEqual(first);
    order.push('decided');
    return first;
  });
  await writing;
  return { order, facts };
}

const firmInput = () => {
  const { licenceNo, uscc, version } = firm;
  return firmData({ licenceNo, uscc, version });
};
const lawyerInput = () => {
  const { licenceNo, firmId, version } = lawyer;
  return lawyerData({ licenceNo, firmId, version, identityNumber: undefined });
};
const input = {
  kind: 'warning',
  state: 'open',
  documentNo: '',
  decidedOn: null,
  effectiveFromOn: null,
  effectiveUntilOn: null,
  remark: '',
  version: undefined,
} as const;

describe('a write waits for the decision under way', () => {
  const writes: [string, () => Promise<unknown>][] = [
    ['a record against the firm', () => makeDiscipline({ ...input, subjectKind: 'firm', subjectId: firm.id })],
    ['a record against a lawyer', () => makeDiscipline({ ...input, subjectKind: 'lawyer', subjectId: lawyer.id })],
    ['a rename', () => updateFirm({ actor, id: firm.id, input: { ...firmInput(), name: '江海新称律师事务所' } })],
    ['a new lawyer', () => createLawyer({ actor, input: lawyerData({ firmId: firm.id }) })],
    ['a transfer', () => updateLawyer({ actor, id: lawyer.id, input: { ...lawyerInput(), firmId: other.id } })],
    [
      'a cancelled lawyer',
      () => updateLawyer({ actor, id: lawyer.id, input: { ...lawyerInput(), status: 'cancelled' } }),
    ],
    ['an assessment of the firm', () => makeAssessment({ subjectKind: 'firm', subjectId: firm.id })],
    ['an assessment of a lawyer', () => makeAssessment({ subjectKind: 'lawyer', subjectId: lawyer.id })],
    ['dues', () => makeDues({ subjectKind: 'lawyer', subjectId: lawyer.id })],
    ['an appointment', () => makeAppointment({ lawyerId: lawyer.id })],
    ['hours', () => makeHours({ lawyerId: lawyer.id })],
    ['a former name', () => makeFormerName({ firmId: firm.id })],
    ['a merger', () => makeMerger({ firmId: firm.id })],
    [
      'a time in an earlier firm',
      async () => {
        // The present period begins later first, so that there is room before it.
        const room = await LawyerFirmPeriod.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
        await updateRecord({
          actor,
          kind: periodRecords,
          id: room.id,
          input: { firmId: firm.id, outsideFirmName: '', fromOn: '2012-01-01', untilOn: null, version: 1 },
        });
        await makePeriod({ lawyerId: lawyer.id, fromOn: '2010-05-06', untilOn: '2011-12-31' });
      },
    ],
    [
      'a confirmed Latin name',
      () => enterLatinName({ actor, id: lawyer.id, input: { latinName: 'LIN Zhiyuan', reason: '护照', version: 1 } }),
    ],
  ];
  test.each(writes)('%s', async (_what, write) => {
    const { order, facts } = await decideDuring(write);
    expect(order).toEqual(['decided', 'written']);
    expect(await transaction(readFacts)).not.toEqual(facts);
  });

  test('a record that is moved from one subject to another', async () => {
    const record = await makeDiscipline({ ...input, subjectKind: 'firm', subjectId: other.id });
    const { order } = await decideDuring(() =>
      updateDiscipline({
        actor,
        id: record.id,
        input: { ...input, subjectKind: 'firm', subjectId: firm.id, version: 1 },
      }),
    );
    expect(order).toEqual(['decided', 'written']);
  });
});

test('a decision waits for a write under way, and sees it', async () => {
  const order: string[] = [];
  const start = Promise.withResolvers<void>();
  const deciding = start.promise.then(() =>
    transaction(async (t) => {
      await lockForReading({ firmIds: [firm.id], lawyerIds: [lawyer.id] }, t);
      order.push('decided');
      return readFacts(t);
    }),
  );
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyer.id] }, t);
    start.resolve();
    for (let i = 0; i < 20 && order.length === 0; i++) await readFacts(t);
    const { version: _unused, ...columns } = input;
    await DisciplineRecord.create(
      { ...columns, firmId: null, lawyerId: lawyer.id, version: 1, createdAt: 1, updatedAt: 1 },
      { transaction: t },
    );
    order.push('written');
  });
  expect((await deciding).lawyers[0]?.discipline).toMatchObject([{ state: 'open' }]);
  expect(order).toEqual(['written', 'decided']);
});

test('the facts of a lawyer tell everything that review and letters rest on', async () => {
  await makeDiscipline({ ...input, subjectKind: 'lawyer', subjectId: lawyer.id });
  await updateLawyer({
    actor,
    id: lawyer.id,
    input: { ...lawyerInput(), firmId: other.id, firmSinceOn: '2020-01-01' },
  });
  const [facts] = await transaction((t) => readLawyerFacts([lawyer.id], t));
  expect(facts).toMatchObject({
    id: lawyer.id,
    name: lawyer.name,
    firmId: other.id,
    firmName: other.name,
    identityMasked: expect.stringMatching(/^449\*{11}\d{3}[\dX]$/),
    periods: [
      { firmId: firm.id, firmName: firm.name, fromOn: '2010-05-06', untilOn: '2019-12-31' },
      { firmId: other.id, firmName: other.name, fromOn: '2020-01-01', untilOn: null },
    ],
    discipline: [{ kind: 'warning', state: 'open' }],
  });
  expect(await transaction((t) => readRoster(other.id, t))).toEqual([lawyer.id]);
  await expect(transaction((t) => readLawyerFacts([999_999], t))).rejects.toMatchObject({ code: 'not_found' });
});
