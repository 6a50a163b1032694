import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../../contract/tickets/replies.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeClaim } from '../../../test/factories/activities/hours-claim.ts';
import { newKey, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { placed } from '../../../test/factories/payable-papers.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';

useOffice();
const api = useApi();
let firmId: number;
let lawyerId: number;
let actor: MemberActor;
let as: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  lawyerId = (await makeLawyer({ firmId })).id;
  actor = await memberActor({ lawyerId });
  as = await memberToken({ lawyerId });
});

const CLEAN = { type: 'lawyer-clean' };
const open = (more: object, by = as) =>
  api.call(tickets.openTicket, {
    as: by,
    body: {
      category: 'certificate',
      title: '何时可以领取',
      body: '上周申请的纸质证明，请问何时可以领取？',
      idempotencyKey: newKey(),
      ...more,
    },
  });
const seen = async (id: number) =>
  (await api.call(tickets.showTicket, { as: await staffToken('administrator'), params: { id } }))
    .json as unknown as TicketDetail;
const alike = async (query: Record<string, string>, by = as) =>
  (await api.call(tickets.listAlikeTickets, { as: by, query })).json['items'] as { id: number }[];

test('what a ticket is about is a link for both sides, named as it was called', async () => {
  const application = await submit(actor, CLEAN);
  const { activity } = await makeActivity();
  const claim = await makeClaim(actor as LawyerActor);
  const earlier = (await open({})).json as unknown as OwnTicket;
  const objects = [
    [{ kind: 'application', key: String(application.id) }, application.number, application.id],
    [{ kind: 'activity', key: String(activity.id) }, activity.title, activity.id],
    [{ kind: 'claim', key: String(claim.id) }, claim.title, claim.id],
    [{ kind: 'section', key: 'education' }, '教育', null],
    [{ kind: 'ticket', key: String(earlier.id) }, earlier.number, earlier.id],
  ] as const;
  for (const [tied, name, id] of objects) {
    const { status, json } = await open({ tied });
    expect([status, json['tied']]).toEqual([200, { ...tied, name: expect.stringContaining(name) }]);
    expect((await seen(json['id'] as number)).ties).toMatchObject([{ ...tied, id }]);
  }
  expect((await open({})).json['tied']).toBeNull();
  const payment = await placed(await memberActor({ firmId }), 'P2611290000000000001');
  const paid = { category: 'payment', tied: { kind: 'payment', key: String(payment.id) } };
  const { json } = await open(paid, await memberToken({ firmId }));
  expect((await seen(json['id'] as number)).ties).toEqual([
    { ...paid.tied, name: `${payment.description}（P2611290000000000001）`, id: payment.id },
  ]);
});

test('another member’s object is refused in the words of one that does not exist', async () => {
  const other = await memberActor({ lawyerId: (await makeLawyer({ firmId })).id });
  const application = await submit(other, CLEAN);
  const payment = await placed(await memberActor({ firmId }), 'P2611290000000000002');
  const claim = await makeClaim(other as LawyerActor);
  const refused = [
    { kind: 'application', key: String(application.id) },
    { kind: 'application', key: '999999' },
    { kind: 'application', key: 'education' },
    { kind: 'payment', key: String(payment.id) },
    { kind: 'activity', key: '999999' },
    { kind: 'claim', key: String(claim.id) },
    { kind: 'section', key: 'secrets' },
    { kind: 'photo', key: '999999' },
    { kind: 'ticket', key: String((await makeTicket(other)).id) },
  ];
  for (const tied of refused) {
    const { status, json } = await open({ tied });
    expect([status, json.error?.fields]).toEqual([422, { tied: '没有找到相关事项，请从原页面重新进入' }]);
  }
});

test('a ticket about the same is offered to be added to; another object, another person or a closed one is none', async () => {
  const by = await memberActor({ lawyerId: (await makeLawyer({ firmId })).id });
  const own = await memberToken({ lawyerId: (by as { lawyerId: number }).lawyerId });
  const [one, two] = [await submit(by, CLEAN), await submit(by, { ...CLEAN, since: '2023-01-01' })];
  const about = ({ id }: { id: number }) => ({ category: 'certificate', tiedKind: 'application', tiedKey: String(id) });
  const { id } = (await open({ tied: { kind: 'application', key: String(one.id) } }, own)).json as unknown as OwnTicket;
  expect((await alike(about(one), own)).map((ticket) => ticket.id)).toEqual([id]);
  expect(await alike(about(two), own)).toEqual([]);
  expect(await alike(about(one))).toEqual([]);
  await api.call(tickets.cancelTicket, { as: own, params: { id } });
  expect(await alike(about(one), own)).toEqual([]);
  // A firm about its lawyer; what may well be asked twice is not offered.
  const firm = await memberToken({ firmId });
  const asked = { category: 'sign_in', lawyerId };
  const { id: ofFirm } = (await open(asked, firm)).json as unknown as OwnTicket;
  expect(await alike({ category: 'sign_in', lawyerId: String(lawyerId) }, firm)).toMatchObject([{ id: ofFirm }]);
  expect(await alike({ category: 'sign_in' }, firm)).toEqual([]);
  await open({ category: 'other' }, firm);
  expect(await alike({ category: 'other' }, firm)).toEqual([]);
});

test('a merged ticket brings what it is about along', async () => {
  const { activity } = await makeActivity();
  const [one, two] = [
    await open({ category: 'activity', tied: { kind: 'activity', key: String(activity.id) } }),
    await open({ category: 'activity', tied: { kind: 'section', key: 'work' } }),
  ].map(({ json }) => json as unknown as OwnTicket);
  const versions = [await seen(one!.id), await seen(two!.id)].map(({ version }) => version);
  const body = { version: versions[0], otherId: two!.id, otherVersion: versions[1] };
  const staff = await staffToken('administrator');
  expect((await api.call(desk.mergeTickets, { as: staff, params: { id: one!.id }, body })).status).toBe(200);
  expect((await seen(one!.id)).ties.map(({ kind }) => kind)).toEqual(['activity', 'section']);
});
