import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { changeFirm, changeLawyer } from '../../../test/factories/changed-facts.ts';
import { approve, certificateOf, issue, submit } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf } from '../../../test/factories/matters.ts';
import { makeAssessment, makeDues, makeFormerName, makePeriod } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { assessmentRecords } from '../../registry/records/assessment-records.ts';
import { periodRecords } from '../../registry/records/period-records.ts';
import { removeRecord } from '../../registry/records/remove-record.ts';
import { updateRecord } from '../../registry/records/update-record.ts';
import { confirmEnglishName } from '../../registry/names/confirm-english-name.ts';
import { enterLatinName } from '../../registry/names/enter-latin-name.ts';
import type { MemberActor } from '../../../actor.ts';
import { LawyerFirmPeriod } from '../../registry/model.ts';
import type { Certificate } from '../model.ts';

/** What is entered into the register after a letter, and was so before it. */

useOffice();
const registrar = staffActor('registrar');
const named = async (certificate: Certificate) =>
  (await mattersOf(certificate)).map(({ isPublic }) => (isPublic ? 'public' : 'staff'));
const daysAgo = (days: number) => addDays(clock.today(), -days);

async function issueBy(member: MemberActor, asks: object): Promise<Certificate> {
  const { id, state } = await submit(member, { since: undefined, ...asks } as never);
  if (state === 'pending') await approve(id);
  await doDueWork();
  return certificateOf(id);
}

describe('how many practise in a firm', () => {
  test('a lawyer who was there all the while and is entered only now', async () => {
    const { firm, actor } = await firmWith(2);
    const certificate = await issue(actor);
    const other = await issue((await firmWith(1)).actor);
    await makeLawyer({ firmId: firm.id, name: '补登记的律师', joinedOn: daysAgo(30), firstPractisedOn: daysAgo(30) });
    expect(await named(certificate)).toEqual(['public']);
    // The next one says no more of it while it is looked at.
    await makeLawyer({ firmId: firm.id, joinedOn: daysAgo(29), firstPractisedOn: daysAgo(29) });
    expect(await named(certificate)).toEqual(['public']);
    expect(await named(other)).toEqual([]);
    const roster = await issue(actor, { type: 'firm-clean-roster' });
    await makeLawyer({ firmId: firm.id, joinedOn: clock.today(), firstPractisedOn: clock.today() });
    expect(await named(roster)).toEqual([]);
  });

  test('a lawyer who has stopped practising weeks ago: the count, the roster and the own letter', async () => {
    const { lawyers, actor } = await firmWith(2);
    const lawyer = lawyers[0]!;
    const [count, roster] = [await issue(actor), await issue(actor, { type: 'firm-clean-roster' })];
    const own = await issue(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-clean' });
    await changeLawyer(lawyer, { status: 'suspended', firmSinceOn: daysAgo(20) });
    expect([await named(count), await named(roster), await named(own)]).toEqual([['public'], ['public'], ['public']]);
    const since = await issue(actor);
    await changeLawyer(lawyer, { status: 'active', firmSinceOn: daysAgo(5) });
    expect(await named(since)).toEqual(['public']);
  });
});

test('who was suspended and is cancelled was a member until that day: a letter from after it says otherwise', async () => {
  const { lawyers } = await firmWith(1);
  const lawyer = lawyers[0]!;
  await makeAssessment({ subjectKind: 'lawyer', subjectId: lawyer.id });
  await changeLawyer(lawyer, { status: 'suspended' });
  const member = await memberActor({ lawyerId: lawyer.id });
  const certificate = await issueBy(member, { type: 'assessment-result', year: 2025 });
  await changeLawyer(lawyer, { status: 'cancelled', firmId: null, cancelledOn: daysAgo(3) });
  expect(await named(certificate)).toEqual(['public']);
});

test('a firm that was cancelled weeks ago: the letters of its lawyers who are said to practise there', async () => {
  const { firm, lawyers } = await firmWith(1);
  const own = await issue(await memberActor({ lawyerId: lawyers[0]!.id }), { type: 'lawyer-clean' });
  const other = await issue(await memberActor({ lawyerId: (await firmWith(1)).lawyers[0]!.id }), {
    type: 'lawyer-clean',
  });
  await changeFirm(firm, { status: 'cancelled', cancelledOn: daysAgo(20) });
  expect([await named(own), await named(other)]).toEqual([['public'], []]);
});

describe('a former lawyer', () => {
  let firm: Awaited<ReturnType<typeof firmWith>>;
  beforeAll(async () => {
    firm = await firmWith(2);
  });
  async function formerLetter() {
    const former = await makeLawyer({ firmId: firm.firm.id, name: '欧阳修远' });
    await changeLawyer(former, { status: 'cancelled', firmId: null, cancelledOn: daysAgo(200) });
    const formerLawyer = { licenceNo: former.licenceNo, name: former.name };
    const asks = { type: 'firm-former-lawyer-clean', formerLawyer, since: '2024-01-01', hasConsent: true };
    return { former, certificate: await issueBy(firm.actor, asks) };
  }

  test('the day on which practice ended was another one', async () => {
    const { former, certificate } = await formerLetter();
    await changeLawyer(former, { cancelledOn: daysAgo(190) });
    expect(await named(certificate)).toEqual(['public']);
  });

  test('is no former one at all', async () => {
    const { former, certificate } = await formerLetter();
    await changeLawyer(former, { status: 'active', firmId: firm.firm.id, cancelledOn: null });
    expect(await named(certificate)).toEqual(['public']);
  });

  test('was in another firm last', async () => {
    const { former, certificate } = await formerLetter();
    const last = await LawyerFirmPeriod.findOne({ where: { lawyerId: former.id }, rejectOnEmpty: true });
    const { outsideFirmName, fromOn, untilOn, version } = last;
    const input = { firmId: (await makeFirm()).id, outsideFirmName, fromOn, untilOn, version };
    await updateRecord({ actor: registrar, kind: periodRecords, id: last.id, input: input as never });
    expect(await named(certificate)).toEqual(['public']);
  });
});

describe('what else a letter says of a lawyer', () => {
  async function standingLetter() {
    const firm = await makeFirm();
    await firm.update({ englishName: 'Jianghai Hengze Law Firm', englishNameConfirmedOn: '2026-01-12' });
    const lawyer = await makeLawyer({ firmId: firm.id, name: '林知远' });
    await lawyer.update({ latinName: 'LIN Zhiyuan', latinNameConfirmedOn: '2026-01-12' });
    const member = await memberActor({ lawyerId: lawyer.id });
    const asks = { type: 'lawyer-standing', latinName: 'LIN Zhiyuan', country: 'GB', since: '2024-01-01' };
    return { firm, lawyer, member, certificate: await issueBy(member, asks) };
  }

  test('the name in Latin letters, and the firm’s in English', async () => {
    const { firm, lawyer, member, certificate } = await standingLetter();
    const chinese = await issue(member, { type: 'lawyer-clean' });
    const again = { latinName: 'LIN Zhiyuan', reason: '与护照核对' };
    await enterLatinName({
      actor: registrar,
      id: lawyer.id,
      input: { ...again, version: (await lawyer.reload()).version },
    });
    expect(await named(certificate)).toEqual([]);
    const latin = { latinName: 'LIN Chihyuan', reason: '与新护照核对', version: (await lawyer.reload()).version };
    await enterLatinName({ actor: registrar, id: lawyer.id, input: latin });
    expect(await named(certificate)).toEqual(['staff']);
    const english = { englishName: 'Hengze & Partners', version: (await firm.reload()).version };
    await confirmEnglishName({ actor: registrar, id: firm.id, input: english });
    expect(await named(certificate)).toEqual(['staff', 'staff']);
    expect(await named(chinese)).toEqual([]);
  });

  test('sex and category', async () => {
    const { lawyer, member, certificate } = await standingLetter();
    const silent = await issueBy(member, { type: 'lawyer-clean', since: '2024-01-01' });
    await changeLawyer(lawyer, { sex: lawyer.sex === 'male' ? 'female' : 'male' });
    expect([await named(certificate), await named(silent)]).toEqual([['staff'], []]);
    await changeLawyer(lawyer, { category: 'legal_aid' });
    expect([await named(certificate), await named(silent)]).toEqual([['staff', 'staff'], ['staff']]);
  });
});

describe('a category that is corrected', () => {
  async function lettersOf() {
    const { firm, lawyers, actor } = await firmWith(2);
    const some = { type: 'firm-some-lawyers-clean', lawyerIds: [lawyers[1]!.id] };
    const own = await issue(await memberActor({ lawyerId: lawyers[0]!.id }), { type: 'lawyer-clean' });
    const [count, roster] = [await issue(actor, some), await issue(actor, { type: 'firm-clean-roster' })];
    const dues = { type: 'dues-paid', year: 2026, since: undefined } as const;
    await makeDues({ subjectKind: 'firm', subjectId: firm.id });
    const silent = await issue(actor, dues);
    const each = async () => Promise.all([own, count, roster, silent].map(named));
    return { lawyer: lawyers[0]!, each };
  }

  test('and nobody says since when: staff look at each that prints it, counts or lists the lawyer', async () => {
    const { lawyer, each } = await lettersOf();
    await changeLawyer(lawyer, { category: 'company' });
    expect(await each()).toEqual([['staff'], ['staff'], ['staff'], []]);
  });

  test('since a day before the letters: strangers are told as well', async () => {
    const { lawyer, each } = await lettersOf();
    await changeLawyer(lawyer, { category: 'company', firmSinceOn: daysAgo(9) });
    expect(await each()).toEqual([['public'], ['public'], ['public'], []]);
  });

  test('since today: what was said of yesterday’s roster and number was so', async () => {
    const { lawyer, each } = await lettersOf();
    const future = changeLawyer(lawyer, { category: 'company', firmSinceOn: addDays(clock.today(), 1) });
    await expect(future).rejects.toMatchObject({ code: 'invalid_fields' });
    await changeLawyer(lawyer, { category: 'company', firmSinceOn: clock.today() });
    expect(await each()).toEqual([['staff'], [], [], []]);
  });

  test('of those who are not counted: the number stays', async () => {
    const { firm, actor } = await firmWith(1);
    const lawyer = await makeLawyer({ firmId: firm.id, category: 'company' });
    const count = await issue(actor);
    await changeLawyer(lawyer, { category: 'legal_aid' });
    expect(await named(count)).toEqual([]);
    await changeLawyer(lawyer, { category: 'practising' });
    expect(await named(count)).toEqual(['staff']);
  });
});

test('an assessment whose result was there already when the letter said that it was not', async () => {
  const year = Number(clock.today().slice(0, 4));
  const lawyer = (await firmWith(1)).lawyers[0]!;
  const about = { subjectKind: 'lawyer', subjectId: lawyer.id, year } as const;
  const open = await makeAssessment({ ...about, state: 'submitted', result: null, filedOn: null });
  const member = await memberActor({ lawyerId: lawyer.id });
  const [early, late] = [await issueBy(member, { type: 'lawyer-assessment-open' }), daysAgo(4)];
  const kind = assessmentRecords;
  const review = { year, state: 'in_review', result: null, filedOn: null, remark: '', version: open.version } as const;
  let row = await updateRecord({ actor: registrar, kind, id: open.id, input: review });
  expect(await named(early)).toEqual([]);
  const final = { year, state: 'final', result: 'competent', remark: '' } as const;
  row = await updateRecord({
    actor: registrar,
    kind,
    id: open.id,
    input: { ...final, filedOn: clock.today(), version: row.version },
  });
  // There is a result since today: until then the letter was true.
  expect(await named(early)).toEqual([]);
  row = await updateRecord({
    actor: registrar,
    kind,
    id: open.id,
    input: { ...final, filedOn: late, version: row.version },
  });
  expect(await named(early)).toEqual(['public']);
  await removeRecord({ actor: registrar, kind, id: open.id, version: row.version });
  expect(await named(early)).toEqual(['public', 'public']);
});

test('a former name within the period is named to staff; with a gap the years of practice were untrue', async () => {
  const { firm, lawyers, actor } = await firmWith(1);
  const certificate = await issue(actor, { since: '2024-01-01' });
  await makeFormerName({ firmId: firm.id, untilOn: '2023-05-01', name: '江海旧名律师事务所' });
  expect(await named(certificate)).toEqual([]);
  await makeFormerName({ firmId: firm.id, untilOn: '2025-05-01', name: '江海曾用律师事务所' });
  expect(await named(certificate)).toEqual(['staff']);
  const years = await issue(await memberActor({ lawyerId: lawyers[0]!.id }), {
    type: 'lawyer-membership',
    since: undefined,
  });
  const first = addDays(lawyers[0]!.firstPractisedOn, 0);
  await changeLawyer(lawyers[0]!, { firstPractisedOn: '1999-01-01' });
  const before = (await named(years)).length;
  await makePeriod({ lawyerId: lawyers[0]!.id, fromOn: '1999-01-01', untilOn: addDays(first, -100) });
  expect((await named(years)).slice(before)).toEqual(['public']);
});

test('a break in practice that is entered only now: the years were untrue; a whole record says no more', async () => {
  const letterOf = async (untilOn: string) => {
    const { firm } = await firmWith(0);
    const lawyer = await makeLawyer({
      firmId: firm.id,
      firstPractisedOn: '2010-05-06',
      joinedOn: '2010-05-06',
      firmSinceOn: '2018-01-01',
    });
    const certificate = await issueBy(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-membership' });
    await makePeriod({ lawyerId: lawyer.id, firmId: (await makeFirm()).id, fromOn: '2010-05-06', untilOn });
    return named(certificate);
  };
  expect([await letterOf('2017-12-31'), await letterOf('2015-06-30')]).toEqual([[], ['public']]);
});
