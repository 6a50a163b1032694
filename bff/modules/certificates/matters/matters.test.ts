import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { matterEndpoints, type MatterRow } from '../../../contract/matters/endpoints.ts';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { operationsEndpoints } from '../../../contract/operations/endpoints.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { changeFirm, changeLawyer } from '../../../test/factories/changed-facts.ts';
import { eventsOf, issue } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf, settle as settleBy, verified as verifiedBy } from '../../../test/factories/matters.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { createDiscipline } from '../../registry/discipline/create-discipline.ts';
import { updateDiscipline } from '../../registry/discipline/update-discipline.ts';
import type { Lawyer } from '../../registry/model.ts';
import type { Certificate } from '../model.ts';

useOffice();
const api = useApi();
afterEach(releaseClock);
const registrar = staffActor('registrar');
let staff = '';
beforeAll(async () => {
  staff = await staffToken('registrar');
});

/** One line a matter: 公开 marks the letter for strangers. */
const namedFor = async (certificate: Certificate) =>
  (await mattersOf(certificate)).map(({ isPublic }) => (isPublic ? 'public' : 'staff'));
const verified = (certificate: Certificate) => verifiedBy(api, certificate);
const settle = (id: number, act: 'revoke' | 'uphold', reason?: string) => settleBy(api, { as: staff, id, act, reason });
const tomorrow = () => addDays(clock.today(), 1);
describe('a discipline record that is entered after the letter', () => {
  test('and was in effect before it: named, and strangers read 待复核 until it is settled', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    expect(await verified(certificate)).toEqual({ standing: 'valid', isUnderReview: false });
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    expect(await namedFor(certificate)).toEqual(['public']);
    expect(await verified(certificate)).toEqual({ standing: 'valid', isUnderReview: true });

    const [matter] = await mattersOf(certificate);
    const list = await api.call(matterEndpoints.listMatters, { as: staff, query: { state: 'open' } });
    const row = (list.json['items'] as MatterRow[]).find(({ id }) => id === matter!.id);
    expect(row).toMatchObject({ number: certificate.number, subjectName: firm.name, isPublic: true, state: 'open' });
    expect(row?.words).toBe('行业处分：警告，已生效，江律纪字〔2025〕第1号，2025-03-01决定，2025-03-10生效');
    const open = { as: await staffToken('reviewer'), params: { id: certificate.applicationId } };
    expect((await api.call(certificateEndpoints.showStaffApplication, open)).json).toMatchObject({ openMatters: 1 });
    const waiting = await api.call(operationsEndpoints.showWaiting, { as: staff });
    expect(waiting.json['matters']).toBeGreaterThan(0);

    expect((await settle(matter!.id, 'uphold', '没问题')).status).toBe(422);
    expect(await verified(certificate)).toMatchObject({ isUnderReview: true });
    expect((await settle(matter!.id, 'uphold')).json).toMatchObject({ state: 'upheld', settledBy: expect.any(String) });
    expect(await verified(certificate)).toEqual({ standing: 'valid', isUnderReview: false });
    expect(await eventsOf(certificate.applicationId)).toContain('upheld');
    expect(await InboxEntry.count({ where: { subjectId: certificate.applicationId, event: 'upheld' } })).toBe(1);
    expect((await settle(matter!.id, 'revoke')).status).toBe(409);
  });

  test('and takes effect after it: named to staff, strangers read nothing', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    freezeClock(clock.now() + 2 * 86_400_000);
    const today = clock.today();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, decidedOn: today, effectiveFromOn: today });
    expect(await namedFor(certificate)).toEqual(['staff']);
    expect(await verified(certificate)).toMatchObject({ isUnderReview: false });
  });

  test('an open case is named to staff alone; that it has become a decision is named again', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    const record = await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, state: 'open' });
    expect(await namedFor(certificate)).toEqual(['staff']);
    const input = { ...record, subjectId: firm.id, version: 1, state: 'effective' as const };
    await updateDiscipline({ actor: registrar, id: record.id, input });
    expect(await namedFor(certificate)).toEqual(['staff', 'public']);
    // A remark changes nothing that letters say.
    await updateDiscipline({ actor: registrar, id: record.id, input: { ...input, version: 2, remark: '已公示' } });
    expect(await namedFor(certificate)).toHaveLength(2);
  });

  test('touches the letters that speak of that lawyer, and no others', async () => {
    const { lawyers, actor } = await firmWith(2);
    const [one, other] = lawyers as [Lawyer, Lawyer];
    const since = '2022-01-01';
    const letters = {
      all: await issue(actor, { type: 'firm-all-lawyers-clean' }),
      chosen: await issue(actor, { type: 'firm-chosen-lawyers-clean', lawyerIds: [one.id] }),
      own: await issue(await memberActor({ lawyerId: one.id }), { type: 'lawyer-clean', since }),
      'of the other': await issue(actor, { type: 'firm-chosen-lawyers-clean', lawyerIds: [other.id] }),
      'of the firm': await issue(actor),
      'with the roster': await issue(actor, { type: 'firm-clean-roster' }),
      'begun later': await issue(actor, {
        type: 'firm-chosen-lawyers-clean',
        lawyerIds: [one.id],
        since: '2026-01-01',
      }),
    };
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: one.id, effectiveUntilOn: '2025-09-10' });
    const named = await Promise.all(Object.entries(letters).map(async ([name, c]) => [name, (await namedFor(c))[0]]));
    expect(Object.fromEntries(named)).toEqual({
      all: 'public',
      chosen: 'public',
      own: 'public',
      'of the other': undefined,
      'of the firm': undefined,
      'with the roster': undefined,
      'begun later': undefined,
    });
  });

  test('is marked with the record or not at all', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    const input = {
      subjectKind: 'firm',
      subjectId: firm.id,
      kind: 'warning',
      state: 'effective',
      documentNo: '1',
      decidedOn: '2025-03-01',
      effectiveFromOn: null,
      effectiveUntilOn: null,
      remark: '',
      version: undefined,
    } as const;
    await expect(
      transaction(async (t) => {
        await createDiscipline({ actor: registrar, input }, t);
        throw new Error('the power fails');
      }),
    ).rejects.toThrow('the power fails');
    expect(await namedFor(certificate)).toEqual([]);
    expect(await verified(certificate)).toMatchObject({ isUnderReview: false });
  });
});

describe('what else changes', () => {
  test('a firm’s name: the letters that print the old one, its lawyers’ too', async () => {
    const { firm, lawyers, actor } = await firmWith();
    const ofFirm = await issue(actor);
    const ofLawyer = await issue(await memberActor({ lawyerId: lawyers[0]!.id }), { type: 'lawyer-clean' });
    await changeFirm(firm, { phone: '07006880002' });
    expect(await namedFor(ofFirm)).toEqual([]);
    await changeFirm(firm, { name: '江海新名律师事务所' });
    expect(await namedFor(ofFirm)).toEqual(['staff']);
    expect(await namedFor(ofLawyer)).toEqual(['staff']);
  });

  test('a firm’s address: the letters that print the former one', async () => {
    const { firm, lawyers, actor } = await firmWith();
    const ofFirm = await issue(actor);
    const other = await issue(actor, { type: 'firm-other', since: undefined, freeText: '该所办公场所为自有。' });
    const plain = await issue(actor, { type: 'firm-chosen-lawyers-clean', lawyerIds: [lawyers[0]!.id] });
    await changeFirm(firm, { address: '江海市文华区书院街99号' });
    expect([await namedFor(ofFirm), await namedFor(other), await namedFor(plain)]).toEqual([['staff'], ['staff'], []]);
    expect(await namedFor(await issue(actor))).toEqual([]);
  });

  test('a day of the past that was entered wrongly: the letter was untrue', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await changeFirm(firm, { approvedOn: '2001-03-02' });
    expect(await namedFor(certificate)).toEqual(['public']);
  });

  test.each([
    ['since yesterday', -1, { own: 'public', roster: 'public', count: 'public', otherFirm: undefined }],
    ['from today on', 0, { own: 'staff', roster: undefined, count: undefined, otherFirm: undefined }],
  ])('a lawyer who is cancelled %s', async (_what, days, expected) => {
    const { lawyers, actor } = await firmWith(2);
    const lawyer = lawyers[0]!;
    const own = await issue(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-clean' });
    const roster = await issue(actor, { type: 'firm-clean-roster' });
    // It names nobody, but says how many there are.
    const count = await issue(actor);
    const otherFirm = await issue((await firmWith(2)).actor);
    const cancelledOn = addDays(clock.today(), days);
    await changeLawyer(lawyer, { status: 'cancelled', firmId: null, cancelledOn });
    const named = async (c: Certificate) => (await namedFor(c)).sort()[0];
    expect({
      own: await named(own),
      roster: await named(roster),
      count: await named(count),
      otherFirm: await named(otherFirm),
    }).toEqual(expected);
  });

  test('a lawyer’s firm: his or her own letter that prints the former one', async () => {
    const { lawyers, actor } = await firmWith(2);
    const next = await makeFirm();
    const own = await issue(await memberActor({ lawyerId: lawyers[0]!.id }), { type: 'lawyer-clean' });
    const roster = await issue(actor, { type: 'firm-clean-roster' });
    await changeLawyer(lawyers[0]!, { firmId: next.id });
    expect(await namedFor(own)).toEqual(['staff']);
    expect(await namedFor(roster)).toEqual([]);
  });
});

test('a transfer since yesterday: what both firms said of how many they are', async () => {
  const [left, joined] = [await firmWith(2), await firmWith(1)];
  const letters = [await issue(left.actor), await issue(joined.actor), await issue((await firmWith(1)).actor)];
  const firmSinceOn = addDays(clock.today(), -1);
  await changeLawyer(left.lawyers[0]!, { firmId: joined.firm.id, firmSinceOn });
  expect(await Promise.all(letters.map(namedFor))).toEqual([['public'], ['public'], []]);
});

test('a day in the future changes nothing yet', async () => {
  const { firm, actor } = await firmWith();
  const certificate = await issue(actor);
  const on = tomorrow();
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, decidedOn: clock.today(), effectiveFromOn: on });
  // Decided, not in effect: a person looks at it, strangers read nothing.
  expect(await namedFor(certificate)).not.toContain('public');
});
