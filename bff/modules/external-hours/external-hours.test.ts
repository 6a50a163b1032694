import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import '../../models.ts';
import type { LawyerActor } from '../../actor.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { claimInput, decide, makeClaim, uploadProof } from '../../test/factories/activities/hours-claim.ts';
import { makeHours } from '../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { showOwnHours } from '../activities/signing-up/show-own-hours.ts';
import { AuditEntry } from '../audit/model.ts';
import { listFiles } from '../files/list-files.ts';
import { InboxEntry } from '../notifications/model.ts';
import { ActivityHours } from '../registry/records/record-model.ts';
import { claimHours } from './claim-hours.ts';
import { decideClaim } from './decide-claim.ts';
import { listClaims, listOwnClaims } from './list-claims.ts';
import { mendClaim } from './mend-claim.ts';
import { HoursClaim } from './model.ts';
import { showClaim, showOwnClaim } from './show-claim.ts';
import { withdrawClaim } from './withdraw-claim.ts';

useDatabase();
let actor: LawyerActor;
const events = staffActor('events');
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  const { id: firmId } = await makeFirm();
  actor = (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;
});
afterEach(releaseClock);

const hoursOf = ({ lawyerId }: LawyerActor) => ActivityHours.findAll({ where: { lawyerId }, raw: true });
const told = ({ lawyerId }: LawyerActor) =>
  InboxEntry.findAll({ where: { memberKind: 'lawyer', memberId: lawyerId, event: 'hours_decided' } });
const won = (all: PromiseSettledResult<unknown>[]) => all.filter(({ status }) => status === 'fulfilled').length;
const codesOf = (all: PromiseSettledResult<unknown>[]) =>
  all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));

describe('a claim', () => {
  test('that is accepted with fewer hours becomes one record, which counts, and the lawyer is told', async () => {
    const claim = await makeClaim(actor, { title: '企业合规实务', kind: 'ethics', mode: 'online', tenths: 60 });
    await expect(decide(claim, { verdict: 'accept', tenths: 40 })).rejects.toMatchObject({
      fields: { opinion: '认定学时少于申报的，请写明原因' },
    });
    await expect(decide(claim, { verdict: 'accept', tenths: 65 })).rejects.toMatchObject({
      fields: { tenths: '认定学时不能多于申报的6学时' },
    });
    expect(await hoursOf(actor)).toEqual([]);
    await decide(claim, { verdict: 'accept', tenths: 40, opinion: '证书载明4学时' });
    expect(await hoursOf(actor)).toMatchObject([
      {
        title: '企业合规实务',
        heldOn: '2026-11-24',
        tenths: 40,
        kind: 'ethics',
        mode: 'online',
        source: 'external',
        state: 'checked_in',
      },
    ]);
    const hours = await showOwnHours({ actor });
    expect(hours).toMatchObject({ countedTenths: 40, years: [{ items: [{ kind: 'ethics', source: 'external' }] }] });
    const own = await showOwnClaim({ actor, id: claim.id });
    expect(own).toMatchObject({ state: 'accepted', acceptedTenths: 40, can: { mend: false, withdraw: false } });
    // Whoever of the staff it was, a member reads of the association.
    expect(own.timeline.map(({ event, by }) => [event, by])).toEqual([
      ['submitted', actor.name],
      ['accepted', '协会'],
    ]);
    expect((await told(actor)).map(({ body, page }) => [body, page])).toEqual([
      ['您申报的校外学时“企业合规实务”已认定4学时。说明：证书载明4学时', `hoursClaim?id=${claim.id}`],
    ]);
    const lines = await AuditEntry.findAll({ where: { targetKind: 'hours-claim', targetId: claim.id }, order: ['id'] });
    expect(lines.map(({ action }) => action)).toEqual(['external-hours.claimed', 'external-hours.accepted']);
  });

  test('that was returned is mended, with other files, and waits again; a stale form is refused', async () => {
    const claim = await makeClaim(actor, { title: '公司法新规' });
    await decide(claim, { verdict: 'return' });
    const { idempotencyKey: _key, ...input } = await claimInput(actor, { title: '公司法新规解读', tenths: 30 });
    await expect(mendClaim({ actor, id: claim.id, input: { ...input, version: 1 } })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await mendClaim({ actor, id: claim.id, input: { ...input, version: claim.version } });
    expect(await showOwnClaim({ actor, id: claim.id })).toMatchObject({
      state: 'waiting',
      title: '公司法新规解读',
      tenths: 30,
      attachments: [{ id: input.attachments[0] }],
    });
    expect(await listFiles({ kind: 'hours_claim', id: claim.id })).toHaveLength(1);
    await expect(
      mendClaim({ actor, id: claim.id, input: { ...input, version: claim.version + 1 } }),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    await decide(claim, { verdict: 'refuse' });
    expect(await hoursOf(actor)).toEqual([]);
    expect(await told(actor)).toHaveLength(2);
  });

  test('of the same course is refused while one is live, and a course of the same days is shown to whoever decides', async () => {
    const first = await makeClaim(actor, { title: '数据合规', organiser: 'ＡＢＣ法学院' });
    await expect(makeClaim(actor, { title: '数据合规', organiser: 'ABC法学院' })).rejects.toMatchObject({
      code: 'duplicate',
      message: '您已申报过这一课程（待审核），请在原申报中查看，不用重复申报',
    });
    const second = await makeClaim(actor, { title: '数据合规（二）', organiser: 'abc法学院' });
    const other = await makeClaim(actor, { title: '同日的另一门课', organiser: '江海大学' });
    await makeClaim(actor, { title: '前一天', organiser: 'ABC法学院', beginsOn: '2026-11-23', endsOn: '2026-11-23' });
    await makeHours({ lawyerId: actor.lawyerId, title: '本会讲座', heldOn: '2026-11-24' });
    const shown = await showClaim({ actor: events, id: first.id });
    expect(shown.alike.map(({ id, isSame }) => [id, isSame])).toEqual([
      [second.id, true],
      [other.id, false],
    ]);
    expect(shown.registered.map(({ title }) => title)).toEqual(['本会讲座']);
    await withdrawClaim({ actor, id: first.id });
    await withdrawClaim({ actor, id: first.id });
    const again = await makeClaim(actor, { title: '数据合规', organiser: 'ABC法学院' });
    expect(again.id).not.toBe(first.id);
  });

  test('is made once for one key, however often and at once it is sent', async () => {
    const input = await claimInput(actor, { title: '并发提交' });
    const ids = await Promise.all([1, 2, 3].map(() => claimHours({ actor, input })));
    expect(new Set(ids).size).toBe(1);
    expect(await HoursClaim.count({ where: { lawyerId: actor.lawyerId } })).toBe(1);
    await expect(claimHours({ actor, input: { ...input, tenths: 10 } })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });

  test('of more hours than its days have, or of days to come, is refused', async () => {
    const days = { beginsOn: '2026-11-28', endsOn: '2026-11-29' };
    await expect(makeClaim(actor, { ...days, tenths: 165 })).rejects.toMatchObject({
      fields: { tenths: '单日最多8学时，这些日期最多16学时' },
    });
    await makeClaim(actor, { ...days, tenths: 160 });
    await expect(makeClaim(actor, { beginsOn: '2026-12-01', endsOn: '2026-12-02' })).rejects.toMatchObject({
      fields: { endsOn: '课程结束后再申报：结束日期不能晚于今天' },
    });
  });

  test('is a lawyer’s own, with files of his own', async () => {
    const firm = await memberActor({ firmId: (await makeFirm()).id });
    await expect(listOwnClaims({ actor: firm })).rejects.toMatchObject({ code: 'forbidden' });
    const other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const theirs = await uploadProof(other);
    await expect(makeClaim(actor, { attachments: [theirs] })).rejects.toMatchObject({ code: 'invalid_fields' });
    expect((await listOwnClaims({ actor })).items).toEqual([]);
    const claim = await makeClaim(other);
    await expect(showOwnClaim({ actor, id: claim.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawClaim({ actor, id: claim.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('of two who decide at once', () => {
  const verdicts = (claim: HoursClaim) => [
    () =>
      decideClaim({
        actor: events,
        id: claim.id,
        decision: { verdict: 'accept', tenths: 60, opinion: '', version: claim.version },
      }),
    () =>
      decideClaim({
        actor: staffActor('registrar'),
        id: claim.id,
        decision: { verdict: 'refuse', opinion: '没有学时证明', version: claim.version },
      }),
  ];

  test('one wins, and the hours are there exactly where it was accepted', async () => {
    for (let round = 0; round < 4; round++) {
      const before = (await hoursOf(actor)).length;
      const claim = await makeClaim(actor, { title: `同时审核${round}` });
      const acts = verdicts(claim);
      const all = await Promise.allSettled((round % 2 ? acts.reverse() : acts).map((act) => act()));
      expect([won(all), codesOf(all)]).toEqual([1, ['already_decided']]);
      const { state } = await claim.reload();
      expect((await hoursOf(actor)).length - before).toBe(state === 'accepted' ? 1 : 0);
    }
    expect(await told(actor)).toHaveLength(4);
  });

  test('one may be the lawyer, who takes it back', async () => {
    const claim = await makeClaim(actor, { title: '撤回与认定' });
    const [accept] = verdicts(claim);
    const all = await Promise.allSettled([withdrawClaim({ actor, id: claim.id }), accept!()]);
    expect(won(all)).toBe(1);
    const { state } = await claim.reload();
    expect(await hoursOf(actor)).toHaveLength(state === 'accepted' ? 1 : 0);
  });
});

test('what fails after the hours were written leaves neither hours nor decision', async () => {
  const claim = await makeClaim(actor, { title: '中途失败' });
  const build = jest.spyOn(InboxEntry, 'build').mockImplementationOnce(() => {
    throw new Error('no inbox');
  });
  await expect(decide(claim, { verdict: 'accept' })).rejects.toThrow('no inbox');
  build.mockRestore();
  expect([await hoursOf(actor), (await claim.reload()).state]).toEqual([[], 'waiting']);
  await decide(claim, { verdict: 'accept' });
  expect(await hoursOf(actor)).toHaveLength(1);
});

test('hours that the registry has of that day and name already are not written twice', async () => {
  const claim = await makeClaim(actor, { title: '已登记的课程' });
  await makeHours({ lawyerId: actor.lawyerId, title: '已登记的课程', heldOn: '2026-11-24' });
  await expect(decide(claim, { verdict: 'accept' })).rejects.toMatchObject({
    fields: { title: '该律师同日同名的活动已登记过学时' },
  });
  expect((await claim.reload()).state).toBe('waiting');
});

test('the queue is served first come first, and found by lawyer, firm, kind and mode', async () => {
  await HoursClaim.destroy({ where: {} });
  const { id: firmId } = await makeFirm({ name: '江海远帆律师事务所' });
  const lawyer = await makeLawyer({ firmId, name: '钟离若水' });
  const other = (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
  const first = await makeClaim(actor, { title: '甲', kind: 'ethics' });
  freezeClock('2026-12-01T10:00:00+08:00');
  const second = await makeClaim(other, { title: '乙', mode: 'online', idempotencyKey: newKey() });
  const found = async (filter: Partial<Parameters<typeof listClaims>[0]>) =>
    (await listClaims({ state: 'waiting', ...filter })).items.map(({ id }) => id);
  expect(await found({})).toEqual([first.id, second.id]);
  expect(await found({ search: '若水' })).toEqual([second.id]);
  expect(await found({ search: lawyer.licenceNo })).toEqual([second.id]);
  expect(await found({ firm: '远帆' })).toEqual([second.id]);
  expect(await found({ kind: 'ethics' })).toEqual([first.id]);
  expect(await found({ mode: 'online' })).toEqual([second.id]);
  expect(await found({ waited: 'overdue' })).toEqual([]);
  await decide(first, { verdict: 'accept' });
  expect([await found({}), await found({ state: 'accepted' })]).toEqual([[second.id], [first.id]]);
});

test('a claim is found by course, by who held it, and of one lawyer whatever became of it', async () => {
  await HoursClaim.destroy({ where: {} });
  const one = await makeClaim(actor, { title: '破产重整实务', organiser: '江海大学法学院' });
  const two = await makeClaim(actor, { title: '税法前沿', idempotencyKey: newKey() });
  const other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  await makeClaim(other, { title: '税法前沿', organiser: '另一单位' });
  await decide(one, { verdict: 'refuse' });
  const found = async (filter: Parameters<typeof listClaims>[0]) =>
    (await listClaims(filter)).items.map(({ id }) => id).sort((a, b) => a - b);
  expect(await found({ course: '税法' })).toHaveLength(2);
  expect(await found({ course: '法学院', state: 'refused' })).toEqual([one.id]);
  expect(await found({ course: '100%' })).toEqual([]);
  expect(await found({ lawyerId: actor.lawyerId })).toEqual([one.id, two.id]);
  expect(await found({ lawyerId: actor.lawyerId, state: 'waiting' })).toEqual([two.id]);
});
