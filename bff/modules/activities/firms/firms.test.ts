import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { FirmActor, LawyerActor } from '../../../actor.ts';
import type { SignUpLawyersParsed } from '../../../contract/firm-sign-up/schemas.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { doDueWork } from '../../../test/office.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Activity, Registration } from '../model.ts';
import { Restriction } from '../restricted/model.ts';
import { acceptOffer, declineOffer } from '../signing-up/answer-offer.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { listCandidates } from './list-candidates.ts';
import { listFirmActivities } from './list-firm-activities.ts';
import { signUpLawyers } from './sign-up-lawyers.ts';

useDatabase();
let firm: FirmActor;
let other: FirmActor;
let lawyers: LawyerActor[];
let stranger: LawyerActor;
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  await Activity.update({ state: 'hidden' }, { where: {} });
  const [own, others] = [await makeFirm(), await makeFirm()];
  lawyers = [];
  for (let n = 0; n < 5; n++) lawyers.push(await lawyerOf(own.id));
  stranger = await lawyerOf(others.id);
  firm = (await memberActor({ firmId: own.id })) as FirmActor;
  other = (await memberActor({ firmId: others.id })) as FirmActor;
});
afterEach(releaseClock);

const lawyerOf = async (firmId: number) =>
  (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;

type Made = Awaited<ReturnType<typeof makeActivity>>;
const sign = (
  { activity, groups }: Made,
  whom: readonly LawyerActor[],
  more: Partial<SignUpLawyersParsed> & { actor?: FirmActor } = {},
) => {
  const { actor = firm, ...rest } = more;
  const lawyerIds = whom.map(({ lawyerId }) => lawyerId);
  const input = { groupId: groups[0]!.id, lawyerIds, waits: true, idempotencyKey: newKey(), ...rest };
  return signUpLawyers({ actor, id: activity.id, input });
};
const statesOf = ({ lines }: Awaited<ReturnType<typeof sign>>) => lines.map(({ state }) => state);
const ofLawyer = ({ activity }: Made, { lawyerId }: LawyerActor) =>
  Registration.findOne({ where: { activityId: activity.id, lawyerId }, order: [['id', 'DESC']], rejectOnEmpty: true });

test('several at once: each line is for itself, in order, and says why not', async () => {
  const made = await makeActivity({ capacity: 2 });
  const suspended = (await memberActor({
    lawyerId: (await makeLawyer({ firmId: firm.firmId, status: 'suspended' })).id,
  })) as LawyerActor;
  const { lines } = await sign(made, [lawyers[0]!, suspended, stranger, lawyers[1]!, lawyers[2]!]);
  expect(lines.map(({ state, reason }) => [state, reason])).toEqual([
    ['registered', ''],
    [null, expect.stringMatching(/^活动面向正常执业的律师（其状态为/)],
    [null, '不是本所律师，或已转出'],
    ['registered', ''],
    ['waiting', ''],
  ]);
  // Not even the name of a stranger is told.
  expect(lines[2]!.name).toBe('');
  expect((await made.activity.reload()).taken).toBe(2);
  const told = await InboxEntry.findOne({
    where: { memberKind: 'lawyer', memberId: lawyers[0]!.lawyerId },
    order: [['id', 'DESC']],
    rejectOnEmpty: true,
  });
  expect(told.body).toContain(`由${firm.name}代为报名。报名成功。`);
});

test('asking again with the same key, or for one who has signed up himself, makes nothing twice', async () => {
  const made = await makeActivity({ capacity: 5 });
  const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  await signUp({ actor: lawyers[0]!, activityId: made.activity.id, input });
  const idempotencyKey = newKey();
  const [first, second] = await Promise.all([
    sign(made, lawyers.slice(0, 3), { idempotencyKey }),
    sign(made, lawyers.slice(0, 3), { idempotencyKey }),
  ]);
  expect(statesOf(first)).toEqual(['registered', 'registered', 'registered']);
  expect(statesOf(second)).toEqual(statesOf(first));
  expect(await Registration.count({ where: { activityId: made.activity.id } })).toBe(3);
  expect((await made.activity.reload()).taken).toBe(3);
});

test('where another firm’s lawyer stands is not told, though he is signed up', async () => {
  const made = await makeActivity();
  await sign(made, [stranger], { actor: other });
  expect((await sign(made, [stranger])).lines).toEqual([
    { lawyerId: stranger.lawyerId, name: '', state: null, reason: '不是本所律师，或已转出' },
  ]);
});

describe('what the lawyer confirms himself', () => {
  test('a fee: the seat is held for a day; confirmed it is to be paid, otherwise it goes on', async () => {
    const made = await makeActivity({ capacity: 2, feeFen: 20_000 });
    expect(statesOf(await sign(made, lawyers.slice(0, 3)))).toEqual(['offered', 'offered', 'waiting']);
    const [a, b] = [await ofLawyer(made, lawyers[0]!), await ofLawyer(made, lawyers[1]!)];
    expect(a.offerUntil).toBe(clock.now() + DAY_MS);
    await acceptOffer({ actor: lawyers[0]!, id: a.id });
    expect((await a.reload()).state).toBe('paying');
    freezeClock(b.offerUntil! - 1);
    await doDueWork();
    expect((await b.reload()).state).toBe('offered');
    freezeClock(b.offerUntil!);
    await expect(acceptOffer({ actor: lawyers[1]!, id: b.id })).rejects.toThrow('确认期限已过');
    await doDueWork();
    expect((await b.reload()).state).toBe('expired');
    expect((await ofLawyer(made, lawyers[2]!)).state).toBe('offered');
  });

  test('审核录取: staff see nobody who has not confirmed, and no seat is taken', async () => {
    const made = await makeActivity({ capacity: 2, admission: 'review' });
    expect(statesOf(await sign(made, lawyers.slice(0, 3)))).toEqual(['invited', 'invited', 'invited']);
    expect((await made.activity.reload()).taken).toBe(0);
    const [a, b, c] = await Promise.all(lawyers.slice(0, 3).map((one) => ofLawyer(made, one)));
    await acceptOffer({ actor: lawyers[0]!, id: a!.id });
    await declineOffer({ actor: lawyers[1]!, id: b!.id });
    freezeClock(c!.offerUntil!);
    await doDueWork();
    const states = [a, b, c].map(async (one) => (await one!.reload()).state);
    expect(await Promise.all(states)).toEqual(['applied', 'declined', 'expired']);
  });

  test('what the form must know: the lawyer answers it, or has not confirmed', async () => {
    const field = { key: 'meal', label: '用餐要求', hint: '', kind: 'text', isRequired: true, choices: [] } as const;
    const made = await makeActivity({ capacity: 1, form: [{ ...field, choices: [] }] });
    const { lines } = await sign(made, lawyers.slice(0, 2));
    expect(lines.map(({ state, reason }) => [state, reason])).toEqual([
      ['offered', ''],
      [null, '名额已满，报名表须由律师本人填写，请由其本人加入候补'],
    ]);
    const { id } = await ofLawyer(made, lawyers[0]!);
    const page = await showActivity({ actor: lawyers[0]!, id: made.activity.id });
    expect(page.own?.asksAnswers).toBe(true);
    await expect(acceptOffer({ actor: lawyers[0]!, id })).rejects.toMatchObject({
      fields: { 'answers.meal': '请填写用餐要求' },
    });
    await acceptOffer({ actor: lawyers[0]!, id, input: { answers: { meal: '清真' } } });
    expect(await ofLawyer(made, lawyers[0]!)).toMatchObject({ state: 'registered', answers: { meal: '清真' } });
  });

  test('a draw: confirmed in time he has a number, after sign-up has ended he has none', async () => {
    const drawn = { admission: 'draw', drawSource: '双色球第2026141期', drawAt: clock.now() + 8 * DAY_MS } as const;
    const made = await makeActivity({ ...drawn, feeFen: 10_000, closesAt: clock.now() + 2 * HOUR_MS });
    expect(statesOf(await sign(made, lawyers.slice(0, 2)))).toEqual(['invited', 'invited']);
    const [a, b] = [await ofLawyer(made, lawyers[0]!), await ofLawyer(made, lawyers[1]!)];
    await acceptOffer({ actor: lawyers[0]!, id: a.id });
    expect((await a.reload()).state).toBe('drawing');
    freezeClock(made.activity.closesAt);
    await expect(acceptOffer({ actor: lawyers[1]!, id: b.id })).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('nobody else confirms', async () => {
    const made = await makeActivity({ feeFen: 20_000 });
    await sign(made, [lawyers[0]!]);
    const { id } = await ofLawyer(made, lawyers[0]!);
    await expect(acceptOffer({ actor: lawyers[1]!, id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('whom the firm signs up after the end of cancelling has a day to step out all the same', async () => {
  const made = await makeActivity({ cancelHours: 720 });
  await sign(made, [lawyers[0]!]);
  const { id, cancelUntil } = await ofLawyer(made, lawyers[0]!);
  expect(cancelUntil).toBe(clock.now() + DAY_MS);
  // Whoever signs up himself was told that he could not.
  const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const self = await signUp({ actor: lawyers[1]!, activityId: made.activity.id, input });
  await expect(cancelRegistration({ actor: lawyers[1]!, id: self.registrationId })).rejects.toThrow('可以预约请假');
  freezeClock(cancelUntil - 1);
  await cancelRegistration({ actor: lawyers[0]!, id });
  expect((await ofLawyer(made, lawyers[0]!)).state).toBe('cancelled');
});

test('one who is restricted waits, and the firm is not told because of what', async () => {
  const { lawyerId } = lawyers[0]!;
  const now = clock.now();
  await Restriction.create({ lawyerId, fromAt: now, untilAt: now + 60 * DAY_MS, causes: [] });
  const made = await makeActivity();
  const [line] = (await sign(made, [lawyers[0]!], { waits: false })).lines;
  expect(line).toMatchObject({ state: null, reason: expect.stringContaining('目前只能加入候补') });
  expect(line!.reason).not.toMatch(/爽约|受限|缺席/);
  expect(statesOf(await sign(made, [lawyers[0]!]))).toEqual(['waiting']);
  // Where he stands already is answered as it is.
  expect(statesOf(await sign(made, [lawyers[0]!], { waits: false }))).toEqual(['waiting']);
  const [none] = (await sign(await makeActivity({ waiting: 'none' }), [lawyers[0]!])).lines;
  expect(none).toMatchObject({ state: null, reason: '目前不能由本所代为报名，请由其本人查看、办理' });
});

describe('so many of one firm at most', () => {
  test.each(['order', 'review'] as const)(
    'however many come at once, by the firm and by themselves (%s); other firms have theirs',
    async (admission) => {
      const made = await makeActivity({ capacity: 10, perFirmMax: 2, admission });
      const input = () => ({ groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() });
      const activityId = made.activity.id;
      await Promise.allSettled([
        sign(made, lawyers.slice(0, 2)),
        ...lawyers.map((actor) => signUp({ actor, activityId, input: input() })),
        sign(made, lawyers.slice(2)),
      ]);
      expect(await Registration.count({ where: { activityId, firmId: firm.firmId } })).toBe(2);
      expect((await made.activity.reload()).taken).toBe(admission === 'order' ? 2 : 0);
      const { lines } = await sign(made, lawyers);
      expect(lines.filter(({ reason }) => reason === '本活动每所最多2人，本所已满')).toHaveLength(3);
      const theirs = statesOf(await sign(made, [stranger], { actor: other }));
      expect(theirs).toEqual([admission === 'order' ? 'registered' : 'invited']);
    },
  );

  test('the waiting list counts, and who leaves makes room', async () => {
    const made = await makeActivity({ capacity: 0, perFirmMax: 1 });
    expect(statesOf(await sign(made, lawyers.slice(0, 2)))).toEqual(['waiting', null]);
    await cancelRegistration({ actor: lawyers[0]!, id: (await ofLawyer(made, lawyers[0]!)).id });
    expect(statesOf(await sign(made, [lawyers[1]!]))).toEqual(['waiting']);
  });

  test('control: without a limit all of them come in', async () => {
    const made = await makeActivity({ capacity: 10 });
    await Promise.all([sign(made, lawyers.slice(0, 2)), sign(made, lawyers.slice(2))]);
    expect(await Registration.count({ where: { activityId: made.activity.id } })).toBe(5);
  });
});

describe('what a firm reads', () => {
  test('its lawyers by name with where they stand and why not, in the third person; nobody else’s', async () => {
    const made = await makeActivity({ eligibility: { atom: 'practice', minYears: 50 } });
    const { items } = await listCandidates({ actor: firm, id: made.activity.id });
    expect(items).toHaveLength(5);
    for (const { unmet } of items) expect(unmet).toEqual([expect.stringMatching(/^须执业满50年（/)]);
    expect(JSON.stringify(items)).not.toContain('您');
    await made.activity.update({ eligibility: null });
    await sign(made, [lawyers[0]!]);
    const after = (await listCandidates({ actor: firm, id: made.activity.id })).items;
    expect(after.find(({ id }) => id === lawyers[0]!.lawyerId)?.state).toBe('registered');
    const [first] = after;
    const found = await listCandidates({ actor: firm, id: made.activity.id, search: first!.name });
    expect(found.items.map(({ id }) => id)).toContain(first!.id);
  });

  test('an activity for others is there only where one of its lawyers fits', async () => {
    const eligibility = { atom: 'firm' as const, in: [other.firmId] };
    const { activity } = await makeActivity({ visibility: 'fitting', eligibility });
    const listed = async (actor: FirmActor) => (await listFirmActivities({ actor })).items.map(({ id }) => id);
    expect(await listed(firm)).toEqual([]);
    expect(await listed(other)).toEqual([activity.id]);
    await expect(listCandidates({ actor: firm, id: activity.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(showActivity({ actor: firm, id: activity.id })).rejects.toMatchObject({ code: 'not_found' });
    const page = await showActivity({ actor: other, id: activity.id });
    expect(page.can.signUp).toEqual({ until: null, reason: '请为本所律师报名，或由律师本人登录报名' });
    expect(page.own).toBeNull();
  });

  test('drafts and what is out of sight are not there', async () => {
    const made = await makeActivity();
    for (const state of ['draft', 'pending', 'hidden'] as const) {
      await made.activity.update({ state });
      await expect(sign(made, lawyers)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
