import { describe, expect, test } from '@jest/globals';
import { issue, submit, approve, certificateOf } from '../../../test/factories/certificate.ts';
import { mattersOf, verified } from '../../../test/factories/matters.ts';
import {
  makeAppointment,
  makeAssessment,
  makeDues,
  makeFormerName,
  makeHours,
  makeMerger,
  makePeriod,
} from '../../../test/factories/record.ts';
import { useApi } from '../../../test/api.ts';
import { changeLawyer } from '../../../test/factories/changed-facts.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { withdrawDiscipline } from '../../registry/discipline/withdraw-discipline.ts';
import { appointmentRecords } from '../../registry/records/appointment-records.ts';
import { assessmentRecords } from '../../registry/records/assessment-records.ts';
import { duesRecords } from '../../registry/records/dues-records.ts';
import { formerNameRecords } from '../../registry/records/former-name-records.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { mergerRecords } from '../../registry/records/merger-records.ts';
import { periodRecords } from '../../registry/records/period-records.ts';
import { removeRecord } from '../../registry/records/remove-record.ts';
import { updateRecord } from '../../registry/records/update-record.ts';
import type { Certificate } from '../model.ts';

useOffice();
const api = useApi();
const actor = staffActor('registrar');
const named = async (certificate: Certificate) =>
  (await mattersOf(certificate)).map(({ isPublic }) => (isPublic ? 'public' : 'staff'));
const NOT_NAMED: string[] = [];

async function lawyerOfFirm() {
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id });
  return { firm, lawyer, member: await memberActor({ lawyerId: lawyer.id }) };
}
/** By a person, where a machine may not. */
async function issueBy(member: Awaited<ReturnType<typeof memberActor>>, asks: object): Promise<Certificate> {
  const { id, state } = await submit(member, { since: undefined, ...asks } as never);
  if (state === 'pending') await approve(id);
  await doDueWork();
  return certificateOf(id);
}

describe('a record that is corrected or taken back names the letters that rest on it', () => {
  test('dues: of that year, and strangers read 待复核', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const about = { subjectKind: 'lawyer', subjectId: lawyer.id } as const;
    const paid = await makeDues(about);
    const earlier = await makeDues({ ...about, year: 2025 });
    const certificate = await issue(member, { type: 'dues-paid', year: 2026, since: undefined });
    const { year, dueFen, settledOn } = paid;
    const same = { year, dueFen, paidFen: dueFen, state: 'settled', settledOn, remark: '已核' } as const;
    const kind = duesRecords;
    const checked = await updateRecord({ actor, kind, id: paid.id, input: { ...same, version: paid.version } });
    await removeRecord({ actor, kind, id: earlier.id, version: earlier.version });
    expect(await named(certificate)).toEqual(NOT_NAMED);
    const unpaid = { ...same, paidFen: 0, state: 'unpaid', settledOn: null, version: checked.version } as const;
    await updateRecord({ actor, kind, id: paid.id, input: unpaid as never });
    expect(await named(certificate)).toEqual(['public']);
    expect(await verified(api, certificate)).toEqual({ standing: 'valid', isUnderReview: true });
  });

  test('an assessment: of that year, by its result', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const result = await makeAssessment({ subjectKind: 'lawyer', subjectId: lawyer.id });
    const certificate = await issue(member, { type: 'assessment-result', year: 2025, since: undefined });
    await removeRecord({ actor, kind: assessmentRecords, id: result.id, version: result.version });
    expect(await named(certificate)).toEqual(['public']);
  });

  test('practice history: one that was missing, too', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const certificate = await issueBy(member, { type: 'lawyer-history' });
    await changeLawyer(lawyer, { firstPractisedOn: '1999-01-01' });
    const before = (await named(certificate)).length;
    const period = await makePeriod({ lawyerId: lawyer.id, fromOn: '1999-01-01', untilOn: '1999-12-31' });
    expect((await named(certificate)).length).toBe(before + 1);
    await removeRecord({ actor, kind: periodRecords, id: period.id, version: period.version });
    expect((await named(certificate)).length).toBe(before + 2);
  });

  test('a former name: where it is printed', async () => {
    const firm = await makeFirm({ approvedOn: '2001-01-01' });
    const former = await makeFormerName({ firmId: firm.id });
    const member = await memberActor({ firmId: firm.id });
    const typed = { type: 'firm-other', freeText: `本所曾用名为${former.name}。` };
    const certificate = await issueBy(member, typed);
    const silent = await issue(member);
    const input = { name: '江海市第二律师事务所', untilOn: former.untilOn, version: former.version };
    await updateRecord({ actor, kind: formerNameRecords, id: former.id, input });
    expect(await named(certificate)).toEqual(['public']);
    expect(await named(silent)).toEqual(NOT_NAMED);
  });

  test('a discipline record that should never have been entered: where a letter lists it', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const record = await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id, decidedOn: '2025-03-04' });
    const asks = { type: 'practice-status', since: '2024-01-01', hasConsent: true };
    const certificate = await issueBy(member, asks);
    await withdrawDiscipline({ actor, id: record.id, version: record.version, reason: '登记对象有误' });
    expect((await named(certificate)).at(-1)).toBe('public');
  });
});

describe('offices, hours and mergers', () => {
  const ofYear = { type: 'lawyer-hours', year: 2026, since: undefined } as const;

  test('an office: corrected or taken back it marks the letter, ended afterwards it names it', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const { remark, ...office } = await makeAppointment({ lawyerId: lawyer.id });
    const { body, position, fromOn } = office;
    const same = { body, position, fromOn, remark };
    const kind = appointmentRecords;
    const certificate = await issue(member, { type: 'lawyer-appointment', since: undefined });
    await makeAppointment({ lawyerId: lawyer.id, position: '委员', body: '宪法专业委员会' });
    expect(await named(certificate)).toEqual(NOT_NAMED);
    const { issuedOn } = certificate.letter;
    const ended = { ...same, untilOn: issuedOn, version: office.version };
    let row = await updateRecord({ actor, kind, id: office.id, input: ended });
    expect(await named(certificate)).toEqual(['staff']);
    const reopened = { ...same, untilOn: null, version: row.version };
    row = await updateRecord({ actor, kind, id: office.id, input: { ...reopened, remark: '更正' } });
    const before = (await named(certificate)).length;
    const early = { ...same, untilOn: '2024-12-31', version: row.version };
    row = await updateRecord({ actor, kind, id: office.id, input: early });
    expect((await named(certificate)).slice(before)).toEqual(['public']);
    await removeRecord({ actor, kind, id: row.id, version: row.version });
    expect((await named(certificate)).slice(before)).toEqual(['public', 'public']);
    expect(await verified(api, certificate)).toEqual({ standing: 'valid', isUnderReview: true });
  });

  test('hours: what the table lists and is no more so, and what it lacks of its year', async () => {
    const { lawyer, member } = await lawyerOfFirm();
    const listed = await makeHours({ lawyerId: lawyer.id });
    const certificate = await issue(member, ofYear);
    await makeHours({ lawyerId: lawyer.id, heldOn: '2025-03-01' });
    await makeHours({ lawyerId: lawyer.id, title: '有异议的培训', state: 'disputed' });
    expect(await named(certificate)).toEqual(NOT_NAMED);
    await makeHours({ lawyerId: lawyer.id, title: '补登记的培训', heldOn: '2026-06-01' });
    expect(await named(certificate)).toEqual(['public']);
    const { title, heldOn, hours, remark, version } = listed;
    const disputed = { title, heldOn, hours, remark, version, state: 'disputed' } as const;
    await updateRecord({ actor, kind: hoursRecords, id: listed.id, input: disputed });
    expect(await named(certificate)).toEqual(['public', 'public']);
  });

  test("a merger within a letter's period names it; one before it does not, and a printed name marks", async () => {
    const firm = await makeFirm({ approvedOn: '2001-01-01' });
    const member = await memberActor({ firmId: firm.id });
    const certificate = await issue(member, { since: '2024-01-01' });
    const earlier = await makeMerger({ firmId: firm.id });
    expect(await named(certificate)).toEqual(NOT_NAMED);
    await makeMerger({ firmId: firm.id, mergedOn: '2025-02-03', otherFirmName: '江海远帆律师事务所' });
    expect(await named(certificate)).toEqual(['staff']);
    const typed = { type: 'firm-other', freeText: `本所于2020年吸收合并${earlier.otherFirmName}。` };
    const printing = await issueBy(member, typed);
    await removeRecord({ actor, kind: mergerRecords, id: earlier.id, version: earlier.version });
    expect(await named(printing)).toEqual(['public']);
    expect(await named(certificate)).toEqual(['staff']);
  });
});
