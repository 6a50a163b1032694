import { expect, test } from '@jest/globals';
import '../../../connections.ts';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeTalk } from '../../../test/factories/chat.ts';
import { makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { signUp } from '../../activities/signing-up/sign-up.ts';
import { showChat } from './show-chat.ts';

useDatabase();

const cardIn = async (talk: Awaited<ReturnType<typeof makeTalk>>) =>
  (await showChat({ actor: talk.desk.actor, id: talk.id })).card;

test('beside a talk stands how far the lawyer’s file is and where the lawyer goes next, and no word of what is in them', async () => {
  const lawyer = await makeLawyer({ firmId: (await makeFirm()).id });
  const talk = await makeTalk({ lawyerId: lawyer.id });
  expect(await cardIn(talk)).toMatchObject({ profile: 'untouched', nextActivity: null });
  await makeSubmitted(lawyer.id);
  const { activity, groups } = await makeActivity({ details: 'zebra-in-the-details' });
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  await signUp({ actor: await memberActor({ lawyerId: lawyer.id }), activityId: activity.id, input });
  const card = await cardIn(talk);
  const beginsAt = new Date(Number(activity.beginsAt)).toISOString();
  expect(card).toMatchObject({ profile: 'waiting', nextActivity: { title: activity.title, beginsAt } });
  expect(Object.keys(card).sort()).toEqual([
    'earlierTalks',
    'firm',
    'isCancelled',
    'lastCertificates',
    'licenceNo',
    'nextActivity',
    'openTickets',
    'profile',
  ]);
  expect(JSON.stringify(card)).not.toContain('zebra');
});

test('a firm has neither', async () => {
  const talk = await makeTalk({ firmId: (await makeFirm()).id });
  expect(await cardIn(talk)).toMatchObject({ profile: null, nextActivity: null });
});
