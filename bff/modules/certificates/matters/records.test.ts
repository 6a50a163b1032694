import { describe, expect, test } from '@jest/globals';
import { issue, submit, approve, certificateOf } from '../../../test/factories/certificate.ts';
import { mattersOf, verified } from '../../../test/factories/matters.ts';
import { makeAssessment, makeDues, makeFormerName, makePeriod } from '../../../test/factories/record.ts';
import { useApi } from '../../../test/api.ts';
import { changeLawyer } from '../../../test/factories/changed-facts.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { withdrawDiscipline } from '../../registry/discipline/withdraw-discipline.ts';
import { assessmentRecords } from '../../registry/records/assessment-records.ts';
import { duesRecords } from '../../registry/records/dues-records.ts';
import { formerNameRecords } from '../../registry/records/former-name-records.ts';
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
