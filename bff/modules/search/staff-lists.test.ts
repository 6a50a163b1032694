import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../actor.ts';
import { activityEndpoints } from '../../contract/activities/endpoints.ts';
import { announcementEndpoints } from '../../contract/announcements/endpoints.ts';
import { photoEndpoints } from '../../contract/photos/endpoints.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { useApi } from '../../test/api.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { makeAnnouncement } from '../../test/factories/announcement.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makePending } from '../../test/factories/photo.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { signUp } from '../activities/signing-up/sign-up.ts';
import { Ticket } from '../tickets/model.ts';

useOffice();
const api = useApi();
const PATTERNS = ['%', '_', '!%'];
let actors: LawyerActor[];
let licences: string[];

beforeAll(async () => {
  const firm = await makeFirm({ name: '江海听涛律师事务所' });
  const lawyers = [
    await makeLawyer({ firmId: firm.id, name: '欧阳望潮' }),
    await makeLawyer({ firmId: firm.id, name: '望潮生' }),
    await makeLawyer({ firmId: firm.id, name: '林知远' }),
  ];
  licences = lawyers.map(({ licenceNo }) => licenceNo);
  actors = [];
  for (const { id } of lawyers) actors.push((await memberActor({ lawyerId: id })) as LawyerActor);
});

describe('text search in the lists of the staff', () => {
  test('activities by title, organiser, speakers and place', async () => {
    const as = await staffToken('events');
    await makeActivity({ title: '望潮论坛' });
    await makeActivity({ title: '另一场', place: '望潮厅' });
    await makeActivity({ title: '第三场' });
    const found = async (search: string) => {
      const { json } = await api.call(activityEndpoints.listActivities, { as, query: { search } });
      return (json['items'] as { title: string }[]).map(({ title }) => title).sort();
    };
    expect(await found(' 望潮 ')).toEqual(['另一场', '望潮论坛'].sort());
    for (const pattern of PATTERNS) expect(await found(pattern)).toEqual([]);
  });

  test('announcements by title and text', async () => {
    const as = await staffToken('service');
    await makeAnnouncement({ title: '评选细则', body: '<p>附件为<strong>望潮</strong>奖细则。</p>' });
    await makeAnnouncement({ title: '放假通知' });
    const found = async (search: string) => {
      const { json } = await api.call(announcementEndpoints.listAnnouncements, { as, query: { search } });
      return (json['items'] as { title: string }[]).map(({ title }) => title);
    };
    expect(await found('望潮')).toEqual(['评选细则']);
    for (const pattern of PATTERNS) expect(await found(pattern)).toEqual([]);
  });

  test('a roster by any part of the name and by the licence number, counted as found', async () => {
    const as = await staffToken('events');
    const { activity, groups } = await makeActivity({ title: '听涛沙龙', capacity: 9 });
    for (const actor of actors) {
      const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
      await signUp({ actor, activityId: activity.id, input });
    }
    const found = async (query: Record<string, string>) => {
      const call = { as, params: { id: activity.id }, query };
      const { json } = await api.call(activityEndpoints.listRegistrations, call);
      return [(json['items'] as { name: string }[]).map(({ name }) => name), json['total']];
    };
    expect(await found({ search: '望潮' })).toEqual([['欧阳望潮', '望潮生'], 2]);
    expect(await found({ search: licences[2]! })).toEqual([['林知远'], 1]);
    expect(await found({ search: '望潮', limit: '1' })).toEqual([['欧阳望潮'], 2]);
  });

  test('photos by lawyer and firm', async () => {
    const as = await staffToken('registrar');
    for (const actor of actors.slice(0, 2)) await makePending(actor);
    const found = async (query: Record<string, string>) => {
      const { json } = await api.call(photoEndpoints.listPhotos, { as, query });
      return (json['items'] as { lawyerName: string }[]).map(({ lawyerName }) => lawyerName);
    };
    expect(await found({ search: '欧阳' })).toEqual(['欧阳望潮']);
    expect(await found({ search: licences[1]! })).toEqual(['望潮生']);
    expect(await found({ firm: '听涛' })).toEqual(['欧阳望潮', '望潮生']);
    expect(await found({ firm: '别处' })).toEqual([]);
  });

  test('tickets by number, of open ones by title and asker, of ended ones by the beginning of the asker’s name', async () => {
    const as = await staffToken('administrator');
    const [first, second] = [await makeTicket(actors[0]!, { title: '系统里仍是原所' }), await makeTicket(actors[1]!)];
    const found = async (query: Record<string, string>) => {
      const { json } = await api.call(ticketEndpoints.listTickets, { as, query });
      return (json['items'] as { id: number }[]).map(({ id }) => id).sort((a, b) => a - b);
    };
    expect(await found({ search: first.number.toLowerCase() })).toEqual([first.id]);
    expect(await found({ search: '原所' })).toEqual([first.id]);
    expect(await found({ search: '望潮' })).toEqual([first.id, second.id]);
    for (const pattern of PATTERNS) expect(await found({ search: pattern })).toEqual([]);
    const ended = { state: 'closed', isOpen: false } as const;
    await Ticket.update(ended, { where: { id: [first.id, second.id] } });
    expect(await found({ search: '望潮' })).toEqual([]);
    expect(await found({ search: '望潮', state: 'closed' })).toEqual([second.id]);
    expect(await found({ search: first.number, state: 'closed' })).toEqual([first.id]);
  });

  test('open tickets the oldest first, and those that are past their time', async () => {
    const as = await staffToken('administrator');
    const slow = await makeTicket(actors[2]!, { category: 'payment' });
    const fast = await makeTicket(actors[2]!, { category: 'sign_in' });
    const found = async (query: Record<string, string>) => {
      const { json } = await api.call(ticketEndpoints.listTickets, { as, query: { ...query, search: '林知远' } });
      return (json['items'] as { id: number }[]).map(({ id }) => id);
    };
    expect(await found({ order: 'oldest' })).toEqual([slow.id, fast.id]);
    const asked = await makeTicket(actors[2]!, { category: 'other' });
    await asked.update({ state: 'asked' });
    expect(await found({ order: 'oldest', scope: 'ours' })).toEqual([slow.id, fast.id]);
    expect(await found({ scope: 'overdue' })).toEqual([]);
    await Ticket.update({ queueDueAt: clock.now() - 1 }, { where: { id: fast.id } });
    expect(await found({ scope: 'overdue' })).toEqual([fast.id]);
  });
});
