import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import {
  makeAppointment,
  makeAssessment,
  makeDues,
  makeFormerName,
  makeHours,
  makeMerger,
} from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { assessmentRecords } from './assessment-records.ts';
import { listAssessments } from '../overviews/list-yearly-records.ts';
import type { Firm, Lawyer } from '../model.ts';
import { readFirmFacts } from '../facts/read-registry-facts.ts';
import { Assessment } from './record-model.ts';
import { removeRecord } from './remove-record.ts';
import { updateRecord } from './update-record.ts';

useDatabase();
const actor = staffActor('registrar');
let firm: Firm;
let lawyer: Lawyer;
const byLawyer = () => ({ subjectKind: 'lawyer', subjectId: lawyer.id }) as const;
const lastAudit = async () => AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });

beforeEach(async () => {
  freezeClock('2026-11-22T10:00:00+08:00');
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});
afterEach(releaseClock);

describe('a record', () => {
  test('is entered, corrected and removed, and the log keeps each in words', async () => {
    const entered = await makeAssessment(byLawyer());
    expect(entered).toMatchObject({ subjectName: '林知远', subjectLicenceNo: lawyer.licenceNo, version: 1 });
    expect(await lastAudit()).toMatchObject({
      action: 'record.created',
      targetKind: 'lawyer',
      targetId: lawyer.id,
      target: `林知远（执业证号：${lawyer.licenceNo}）`,
      detail: '年度考核：年度：2025；状态：已完成；结果：称职；归档日期：2026-05-20',
    });
    const { year, state, filedOn, remark } = entered;
    const corrected = await updateRecord({
      actor,
      kind: assessmentRecords,
      id: entered.id,
      input: { year, state, filedOn, remark, result: 'basically_competent', version: 1 },
    });
    expect(corrected).toMatchObject({ result: 'basically_competent', version: 2 });
    expect((await lastAudit()).detail).toBe('年度考核（2025）：结果：称职→基本称职');
    await removeRecord({ actor, kind: assessmentRecords, id: entered.id, version: 2 });
    expect(await lastAudit()).toMatchObject({
      action: 'record.removed',
      detail: '年度考核：年度：2025；状态：已完成；结果：基本称职；归档日期：2026-05-20',
    });
    expect(await Assessment.count({ where: { id: entered.id } })).toBe(0);
  });

  test('is not changed or removed over somebody else’s newer save', async () => {
    const { id, year, state, result, filedOn, remark } = await makeAssessment(byLawyer());
    const input = { year, state, result, filedOn, remark, version: 1 };
    await updateRecord({ actor, kind: assessmentRecords, id, input });
    await expect(updateRecord({ actor, kind: assessmentRecords, id, input })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await expect(removeRecord({ actor, kind: assessmentRecords, id, version: 1 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
  });

  test('is one a year, for the firm and for each lawyer alike', async () => {
    await makeAssessment(byLawyer());
    await makeAssessment({ subjectKind: 'firm', subjectId: firm.id });
    await expect(makeAssessment(byLawyer())).rejects.toMatchObject({
      code: 'duplicate',
      fields: { year: expect.stringMatching(/已有记录/) },
    });
    const other = await makeAssessment({ ...byLawyer(), year: 2024 });
    const { state, result, filedOn, remark } = other;
    const input = { year: 2025, state, result, filedOn, remark, version: 1 };
    await expect(updateRecord({ actor, kind: assessmentRecords, id: other.id, input })).rejects.toMatchObject({
      code: 'duplicate',
    });
  });

  test('two who enter the same year at once make one', async () => {
    const both = await Promise.allSettled([makeDues(byLawyer()), makeDues(byLawyer())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'duplicate' } });
  });

  test('of nobody is refused', async () => {
    await expect(makeDues({ subjectKind: 'firm', subjectId: 999_999 })).rejects.toMatchObject({
      fields: { subjectId: expect.any(String) },
    });
  });

  test('does not lie in the future, by the day in Shanghai', async () => {
    // 23 November in Shanghai, 22 November in Greenwich.
    freezeClock('2026-11-22T16:30:00Z');
    await makeHours({ lawyerId: lawyer.id, heldOn: '2026-11-23' });
    await expect(makeHours({ lawyerId: lawyer.id, heldOn: '2026-11-24' })).rejects.toMatchObject({
      fields: { heldOn: '活动日期不能晚于今天' },
    });
    await expect(makeAssessment({ ...byLawyer(), year: 2027 })).rejects.toMatchObject({
      fields: { year: expect.stringMatching(/以后年度/) },
    });
    // The new year begins in Shanghai eight hours early.
    freezeClock('2026-12-31T16:00:00Z');
    await makeAssessment({ ...byLawyer(), year: 2027, state: 'not_started', result: null, filedOn: null });
  });

  test('control: the database itself refuses a second one of a year', async () => {
    const { id: _id, ...first } = (await makeAssessmentRow()).get({ plain: true });
    await expect(Assessment.create(first)).rejects.toThrow();
  });
});

async function makeAssessmentRow() {
  return Assessment.findByPk((await makeAssessment(byLawyer())).id, { rejectOnEmpty: true });
}

describe('the rest', () => {
  test('appointments: several at a time, the same office once', async () => {
    await makeAppointment({ lawyerId: lawyer.id });
    await makeAppointment({ lawyerId: lawyer.id, body: '理事会', position: '理事' });
    await expect(makeAppointment({ lawyerId: lawyer.id, fromOn: '2025-01-01' })).rejects.toMatchObject({
      fields: { fromOn: '与已登记的同一任职（2023-03-01至今）时间重叠' },
    });
  });

  test('an activity counts once, with halves of an hour', async () => {
    expect(await makeHours({ lawyerId: lawyer.id, hours: 1.5 })).toMatchObject({ hours: 1.5 });
    await expect(makeHours({ lawyerId: lawyer.id })).rejects.toMatchObject({ fields: { title: expect.any(String) } });
  });

  test('former names and mergers are facts about the firm', async () => {
    await makeFormerName({ firmId: firm.id });
    await makeMerger({ firmId: firm.id });
    expect(await transaction((t) => readFirmFacts(firm.id, t))).toMatchObject({
      formerNames: [{ name: '江海市第一律师事务所', untilOn: '2015-12-31' }],
      mergers: [{ otherFirmName: '江海同舟律师事务所', mergedOn: '2020-07-01' }],
    });
    await expect(makeFormerName({ firmId: firm.id, name: '江海旧称律师事务所' })).rejects.toMatchObject({
      fields: { untilOn: expect.stringMatching(/江海市第一律师事务所/) },
    });
    await expect(makeMerger({ firmId: firm.id, mergedOn: '2001-02-02' })).rejects.toMatchObject({
      fields: { mergedOn: '不能早于该所批准日期2001-02-03' },
    });
  });

  test('yearly lists find by member, year and state', async () => {
    const name = `寻${lawyer.id}`;
    const sought = await makeLawyer({ name, firmId: firm.id });
    const subject = { subjectKind: 'lawyer', subjectId: sought.id } as const;
    await makeAssessment(subject);
    await makeAssessment({ ...subject, year: 2024, state: 'appeal', filedOn: null });
    expect(await listAssessments({ search: name })).toMatchObject({
      total: 2,
      items: [{ year: 2024 }, { year: 2025 }],
    });
    expect(await listAssessments({ search: sought.licenceNo, year: 2025 })).toMatchObject({ total: 1 });
    expect(await listAssessments({ search: name, state: 'appeal' })).toMatchObject({ items: [{ year: 2024 }] });
    expect(await listAssessments({ search: name, subjectKind: 'firm' })).toMatchObject({ total: 0 });
    expect(await listAssessments({ search: '查无此人' })).toMatchObject({ total: 0, items: [] });
  });
});
