import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../actor.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { operationsEndpoints, type WaitingReply } from '../../contract/operations/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { WAITING, WAITING_CAP } from '../../contract/operations/enums.ts';
import { shanghaiYear } from '../../contract/dates.ts';
import type { ChangeKind } from '../../contract/two-person/enums.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { database } from '../../platform/db/database.ts';
import { useApi } from '../../test/api.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { newKey, submit } from '../../test/factories/certificate.ts';
import { makeChat, openDesk } from '../../test/factories/chat.ts';
import { addJob } from '../../test/jobs.ts';
import { makeCorrection } from '../../test/factories/correction.ts';
import { lawyerActor, makePending } from '../../test/factories/photo.ts';
import { makeAskedChange } from '../../test/factories/asked-change.ts';
import { makeSubmitted } from '../../test/factories/profiles/profile.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { useOffice } from '../../test/office.ts';
import { placed } from '../../test/factories/payable-papers.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AccountHold } from '../accounts/hold-model.ts';
import { MemberChange } from '../registry/contacts/member-change-model.ts';
import { Account, Session } from '../accounts/model.ts';
import { signUp } from '../activities/signing-up/sign-up.ts';
import { takeChat } from '../chat/desk/take-chat.ts';
import { PaymentDifference, Refund } from '../payments/model.ts';
import { ContactChange } from '../registry/contacts/contact-change-model.ts';
import { Lawyer } from '../registry/model.ts';
import { OfficeYear } from '../office-hours/model.ts';
import { ChangeRequest } from '../two-person/model.ts';

useOffice();
const api = useApi();

const waiting = async (...roles: Role[]) =>
  (await api.call(operationsEndpoints.showWaiting, { as: await staffToken(...roles) })).json as WaitingReply;

const change = (kind: ChangeKind, expiresAt: number) =>
  ChangeRequest.create({
    kind,
    payload: { from: 1, to: 2 },
    accountId: null,
    target: '',
    beforeWords: '',
    afterWords: '',
    state: 'waiting',
    requestedBy: 1,
    requestedByName: '',
    requestedAt: clock.now(),
    expiresAt,
    decidedByName: '',
    decidedAt: null,
    reason: '',
  });

const difference = (outTradeNo: string) =>
  PaymentDifference.create({
    kind: 'amount',
    billOn: '2026-11-28',
    outTradeNo,
    outRefundNo: '',
    oursFen: 1,
    theirsFen: 2,
    foundAt: clock.now(),
    resolvedAt: null,
    resolvedByName: '',
    note: '',
  });

/** Whatever the month, this year and the coming one are known. */
beforeAll(async () => {
  const year = shanghaiYear(clock.now());
  for (const known of [year, year + 1]) {
    await OfficeYear.create({ year: known, origin: 'notice', fingerprint: '', knownAt: clock.now() });
  }
});

const NOTHING = Object.fromEntries(Object.keys(WAITING).map((key) => [key, 0]));

test('nothing waits in an empty office, and everything is counted for an administrator', async () => {
  expect(await waiting('administrator')).toEqual(NOTHING);
});

describe('something of everything', () => {
  beforeAll(async () => {
    const firm = await makeFirm();
    const actor = await memberActor({ firmId: firm.id });
    for (let i = 0; i < 2; i++) await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
    // With a paper order, free of charge and ready to be printed.
    const paid = await placed(actor, 'P1');
    await Refund.create({
      paymentId: paid.id,
      outRefundNo: 'RP1',
      amountFen: 1,
      reason: '',
      state: 'awaiting_approval',
      requestedBy: null,
      requestedByName: '',
      decidedByName: '',
      refundId: null,
      lastError: '',
      createdAt: clock.now(),
      finishedAt: null,
    });
    await difference('T0');
    await addJob('send-message', { messageId: 0 });
    await database.sequelize.query("UPDATE jobs SET state = 'dead' WHERE name = 'send-message'");
    await change('refund_limit', clock.now() + 3_600_000);
    await change('second_factor', clock.now() - 1);
    await change('staff_created', clock.now() + 3_600_000);
    await change('wording_published', clock.now() + 3_600_000);
    await ContactChange.create({
      subjectKind: 'firm',
      subjectId: firm.id,
      field: 'phone',
      oldValue: '',
      newValue: '19900000000',
      askedBy: 1,
      askedByName: '',
      askedAt: clock.now(),
      state: 'waiting',
      decidedByName: '',
      decidedAt: null,
    });
    await makeCorrection(actor);
    await makeTicket(actor);
    await makePending(await lawyerActor((await makeLawyer({ firmId: firm.id })).id));
    // A letter of the firm says that there is nothing.
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, state: 'open' });
    const hold = { accountId: actor.accountId, heldAt: clock.now(), issuedBy: 1, issuedByName: '' };
    await AccountHold.create({ ...hold, reason: 'objected', heldUntil: null });
    await AccountHold.create({ ...hold, reason: 'code', heldUntil: clock.now() + 3_600_000 });
    const changed = { changedBy: 1, changedByName: '', changedAt: clock.now() };
    await MemberChange.create({ subjectKind: 'firm', subjectId: firm.id, field: 'head', ...changed });
    await makeSubmitted((await makeLawyer()).id);
    await makeAskedChange((await makeLawyer()).id);
    const account = await Account.findOne({ where: { firmId: firm.id }, rejectOnEmpty: true });
    await account.update({ activationRequestedAt: clock.now(), passwordHash: null });
  });

  test('each role hears of its own work and of nothing else', async () => {
    const all = await waiting('administrator');
    expect(all).toMatchObject({
      activationRequests: 1,
      contactChanges: 1,
      // One of two waits for somebody, the other one for time.
      heldAccounts: 1,
      memberChanges: 1,
      // Two of them are what the submitted profiles ask for.
      openCases: 1,
      pendingFirms: 0,
      photos: 3,
      profiles: 1,
      profileChanges: 1,
      tickets: 2,
      // A case of the firm's, and a lawyer of it who was entered after its letter.
      matters: 2,
      refunds: 1,
      differences: 1,
      staffChanges: 1,
      // The expired one waits for nobody.
      settingsChanges: 1,
      typeChanges: 1,
    });
    expect(all.applications).toBe(2);
    expect(all.papers).toBe(1);
    expect(all.jobs).toBeGreaterThan(0);
    const of = (...keys: (keyof WaitingReply)[]) => Object.fromEntries(keys.map((key) => [key, all[key]]));
    // A ticket waits in the queue of one role.
    expect(await waiting('reviewer')).toEqual({
      ...of('applications', 'matters', 'papers', 'jobs'),
      tickets: 1,
    });
    expect(await waiting('registrar')).toEqual({
      ...of(
        'activationRequests',
        'heldAccounts',
        'contactChanges',
        'memberChanges',
        'openCases',
        'unverified',
        'pendingLawyers',
        'pendingFirms',
        'photos',
        'profiles',
        'profileChanges',
        'hoursClaims',
        'matters',
      ),
      // What asks for another value of the registry is a ticket in the registrar's queue.
      tickets: 1,
    });
    const services = of('papers', 'activationRequests', 'heldAccounts');
    expect(await waiting('service')).toEqual({ ...services, tickets: 0, chats: 0 });
    expect(await waiting('finance')).toEqual({
      ...of('receipts', 'refunds', 'differences'),
      activityRefunds: 0,
      tickets: 0,
    });
    expect(await waiting('events')).toEqual({
      tickets: 0,
      activities: 0,
      registrations: 0,
      changedStatuses: 0,
      hoursClaims: 0,
    });
  });

  test('what is still to be done about members is counted as their lists find it', async () => {
    const before = await waiting('registrar');
    const late = await makeLawyer({ identityMatchedOn: null });
    await makeLawyer({ pendingChange: '转所' });
    await makeFirm({ pendingChange: '更名' });
    const now = await waiting('registrar');
    const more = (key: keyof WaitingReply) => (now[key] ?? 0) - (before[key] ?? 0);
    expect([more('unverified'), more('pendingLawyers'), more('pendingFirms')]).toEqual([1, 1, 1]);
    const as = await staffToken('registrar');
    const found = async (needs: 'identity' | 'change') =>
      (await api.call(registryEndpoints.listLawyers, { as, query: { needs, limit: '100' } })).json['items'] as {
        id: number;
      }[];
    expect(await found('change')).toHaveLength(now.pendingLawyers ?? 0);
    const unverified = await found('identity');
    expect(unverified).toHaveLength(now.unverified ?? 0);
    expect(unverified.map(({ id }) => id)).toContain(late.id);
    const firms = (await api.call(registryEndpoints.listFirms, { as, query: { needs: 'change' } })).json['items'];
    expect(firms).toHaveLength(now.pendingFirms ?? 0);
  });

  test('what is not counted to the end says so', async () => {
    for (let i = 1; i <= WAITING_CAP; i++) await difference(`T${i}`);
    expect(await waiting('finance')).toMatchObject({ refunds: 1, differences: WAITING_CAP });
  });
});

describe('on a morning with visitors', () => {
  beforeAll(() => freezeClock('2026-12-01T10:00:00+08:00'));
  afterAll(releaseClock);

  test('a talk waits until somebody takes it', async () => {
    const desk = await openDesk();
    const { chat } = await makeChat({ firmId: (await makeFirm()).id });
    expect(await waiting('service')).toMatchObject({ chats: 1 });
    await takeChat({ actor: desk.actor, id: chat.id });
    expect(await waiting('service')).toMatchObject({ chats: 0 });
  });

  test('applications wait until their activity begins, an activity for everybody but who entered it', async () => {
    const { activity, groups } = await makeActivity({ admission: 'review' });
    const actor = await memberActor({ lawyerId: (await makeLawyer()).id });
    const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    await signUp({ actor: actor as LawyerActor, activityId: activity.id, input });
    expect(await waiting('events')).toMatchObject({ registrations: 1, activities: 0, changedStatuses: 0 });
    await Lawyer.update({ status: 'suspended' }, { where: { id: (actor as LawyerActor).lawyerId } });
    expect(await waiting('events')).toMatchObject({ changedStatuses: 1 });
    freezeClock(activity.beginsAt);
    expect(await waiting('events')).toMatchObject({ registrations: 0 });

    const token = await staffToken('events');
    const session = await Session.findOne({ where: { tokenHash: hashToken(token) }, rejectOnEmpty: true });
    await activity.update({ state: 'pending', submittedById: session.accountId });
    expect((await api.call(operationsEndpoints.showWaiting, { as: token })).json).toMatchObject({ activities: 0 });
    expect(await waiting('events')).toMatchObject({ activities: 1 });
  });

  test('refunds of a cancelled activity wait for everybody but who cancelled it, until the second person agrees', async () => {
    const { activity } = await makeActivity();
    const token = await staffToken('finance');
    const session = await Session.findOne({ where: { tokenHash: hashToken(token) }, rejectOnEmpty: true });
    await activity.update({ state: 'cancelled', refundState: 'waiting', cancelledById: session.accountId });
    expect((await api.call(operationsEndpoints.showWaiting, { as: token })).json).toMatchObject({ activityRefunds: 0 });
    expect(await waiting('finance')).toMatchObject({ activityRefunds: 1 });
    await activity.update({ refundState: 'released' });
    expect(await waiting('finance')).toMatchObject({ activityRefunds: 0 });
  });
});
