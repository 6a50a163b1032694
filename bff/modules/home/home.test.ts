import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { homeEndpoints, type HomeReply } from '../../contract/home/endpoints.ts';
import { photoEndpoints } from '../../contract/photos/endpoints.ts';
import { homeParts, type PartReaders } from './parts.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { makeAnnouncement } from '../../test/factories/announcement.ts';
import { newKey, submit } from '../../test/factories/certificate.ts';
import { openCampaign } from '../../test/factories/campaign.ts';
import { lawyerActor, makeDraft } from '../../test/factories/photo.ts';
import { makeSubmitted } from '../../test/factories/profiles/profile.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { transaction } from '../../platform/db/database.ts';
import { useOffice } from '../../test/office.ts';
import { remindOfAnnouncement } from '../announcements/publish-announcement.ts';
import { confirmAnnouncement } from '../announcements/mark-announcements.ts';
import { Registration } from '../activities/model.ts';
import { Campaign, CampaignMember } from '../campaigns/model.ts';
import { activate } from '../photos/accept-photo.ts';
import { signUp } from '../activities/signing-up/sign-up.ts';

useOffice();
const api = useApi();
let firm: string;
let lawyer: string;
let lawyerId: number;
const usual: { answer?: typeof homeParts.answer } = {};

beforeAll(async () => {
  const { id } = await makeFirm();
  firm = await memberToken({ firmId: id });
  lawyerId = (await makeLawyer({ firmId: id })).id;
  lawyer = await memberToken({ lawyerId });
  const actor = await memberActor({ firmId: id });
  for (let n = 0; n < 2; n++) await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
  await makeTicket(actor);
  await makeAnnouncement({ title: '给全部会员' });
  await makeAnnouncement({ title: '给律师', audience: 'lawyer' });
  usual.answer = homeParts.answer;
});
afterEach(() => {
  releaseClock();
  homeParts.connect(usual.answer!);
});

const home = async (as: string) => (await api.call(homeEndpoints.showHome, { as })).json as unknown as HomeReply;
const valueOf = <Value>(part: { isThere: true; value: Value } | { isThere: false }): Value => {
  if (!part.isThere) throw new Error('the part is missing');
  return part.value;
};

test('one request has what each part of the page shows', async () => {
  const all = await home(firm);
  expect(valueOf(all.certificates)).toMatchObject({ pending: 2, recent: [{}, {}] });
  expect(valueOf(all.tickets)).toEqual({ open: 1, asked: 0 });
  expect(valueOf(all.announcements).map(({ title }) => title)).toEqual(['给全部会员']);
  expect([valueOf(all.profile), valueOf(all.activities), valueOf(all.hours)]).toEqual([null, null, null]);
  const own = await home(lawyer);
  expect(valueOf(own.announcements).map(({ title }) => title)).toEqual(['给律师', '给全部会员']);
  expect(valueOf(own.hours)).toMatchObject({ tenths: 0, requiredTenths: 400 });
  expect(valueOf(own.task)).toMatchObject({ kind: 'profile', page: 'profile' });
});

test('the photo of a lawyer who has one in use is the own one', async () => {
  const actor = await lawyerActor((await makeLawyer()).id);
  const as = await memberToken({ lawyerId: actor.lawyerId });
  const photoId = async () => valueOf((await home(as)).profile)?.photoId;
  const draft = await makeDraft(actor);
  expect(await photoId()).toBeNull();
  await transaction((t) => activate(draft, t));
  expect(await photoId()).toBe(draft.id);
  const picture = await api.call(photoEndpoints.showOwnThumbnail, { as, params: { id: draft.id } });
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(picture.bytes.length).toBeLessThan(20_000);
});

describe('each part fails alone', () => {
  const names = Object.keys({
    certificates: 0,
    profile: 0,
    activities: 0,
    hours: 0,
    tickets: 0,
    inbox: 0,
    announcements: 0,
  } satisfies Record<keyof PartReaders, number>) as (keyof PartReaders)[];

  test.each(names)('%s', async (name) => {
    const { parts, tasks } = usual.answer!;
    const fails = () => Promise.reject(new Error('no such table'));
    homeParts.connect({ parts: { ...parts, [name]: fails }, tasks });
    const { [name]: failed, task, ...others } = await home(lawyer);
    expect(failed).toEqual({ isThere: false });
    for (const part of Object.values(others)) expect(part).toMatchObject({ isThere: true });
    // Tasks that are made of it are missing with it, and nothing else is.
    expect(task.isThere).toBe(!['certificates', 'profile', 'activities'].includes(name));
  });

  test('where nothing can be read the request fails', async () => {
    const fails = () => Promise.reject(new Error('no such table'));
    const parts = Object.fromEntries(names.map((name) => [name, fails])) as unknown as PartReaders;
    homeParts.connect({ parts, tasks: [fails] });
    expect((await api.call(homeEndpoints.showHome, { as: lawyer })).status).toBe(500);
  });
});

describe('what comes first', () => {
  test('a seat that is held, then what the office reminds of, until it is done', async () => {
    freezeClock(clock.now());
    const actor = await memberActor({ lawyerId });
    const { activity, groups } = await makeActivity({ capacity: 5 });
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await signUp({ actor, activityId: activity.id, input });
    expect(valueOf((await home(lawyer)).activities)).toMatchObject({
      offers: 0,
      coming: 1,
      next: { title: activity.title },
    });
    const { id } = await makeAnnouncement({ title: '须确认', mustConfirm: true });
    expect(valueOf((await home(lawyer)).task)).toMatchObject({ kind: 'profile' });
    await remindOfAnnouncement({ actor: staffActor('service'), id, input: { version: 2 } });
    expect(valueOf((await home(lawyer)).task)).toMatchObject({ kind: 'announcement', page: `announcement?id=${id}` });
    const offerUntil = clock.now() + HOUR_MS;
    await Registration.update({ state: 'offered', offerUntil }, { where: { lawyerId } });
    expect(valueOf((await home(lawyer)).task)).toMatchObject({ kind: 'offer', page: `activity?id=${activity.id}` });
    await Registration.update({ state: 'registered', offerUntil: null }, { where: { lawyerId } });
    await confirmAnnouncement({ actor, id });
    expect(valueOf((await home(lawyer)).task)).toMatchObject({ kind: 'profile' });
    freezeClock(clock.now() + 30 * DAY_MS);
    const later = await memberToken({ lawyerId });
    expect(valueOf((await home(later)).activities)).toEqual({ offers: 0, coming: 0, next: null, calledOff: [] });
  });

  test('a campaign that staff have put there, as long as the lawyer owes it; to firms it is nothing', async () => {
    const campaign = await openCampaign({ kind: 'yearly', isPriority: true, title: '年度信息核对' });
    try {
      const task = () => home(lawyer).then((all) => valueOf(all.task));
      // Nothing was approved yet: there is nothing to confirm, but a profile to be filled in.
      expect(await task()).toMatchObject({ kind: 'campaign', title: '年度信息核对', page: 'profile' });
      const profile = await makeSubmitted(lawyerId);
      await profile.update({ state: 'approved' });
      await CampaignMember.update({ state: 'untouched' }, { where: { campaignId: campaign.id, lawyerId } });
      expect(await task()).toMatchObject({ page: `yearlyReview?id=${campaign.id}`, act: '去核对', percent: null });
      await CampaignMember.update({ state: 'approved' }, { where: { campaignId: campaign.id, lawyerId } });
      expect(await task()).toBeNull();
      expect((valueOf((await home(firm)).task) as { kind?: string } | null)?.kind).not.toBe('campaign');
    } finally {
      await CampaignMember.destroy({ where: {} });
      await Campaign.destroy({ where: {} });
    }
  });
});
