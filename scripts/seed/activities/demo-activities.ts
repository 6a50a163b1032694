import type { StaffActor } from '../../../bff/actor.ts';
import { addDays, HOUR_MS, startOfShanghaiDay, toShanghaiDate, toShanghaiMinute } from '../../../bff/contract/dates.ts';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../../bff/contract/activities/enums.ts';
import type { ActivityInput } from '../../../bff/contract/activities/schemas.ts';
import { Activity, ActivityGroup, Registration } from '../../../bff/modules/activities/model.ts';
import { signUpLawyers } from '../../../bff/modules/activities/firms/sign-up-lawyers.ts';
import { sendMessage } from '../../../bff/modules/activities/messages/send-message.ts';
import { enterOutcome } from '../../../bff/modules/activities/draw/enter-outcome.ts';
import { freezeDraw } from '../../../bff/modules/activities/draw/freeze-draw.ts';
import { giveDrawnSeats } from '../../../bff/modules/activities/draw/give-drawn-seats.ts';
import { endRegistrations } from '../../../bff/modules/activities/ending/end-registrations.ts';
import { cancelActivity, hideActivity } from '../../../bff/modules/activities/office/cancel-activity.ts';
import { addRegistration } from '../../../bff/modules/activities/office/add-registration.ts';
import { createActivity } from '../../../bff/modules/activities/office/create-activity.ts';
import { publishActivity, submitActivity } from '../../../bff/modules/activities/office/publish-activity.ts';
import { updateActivity } from '../../../bff/modules/activities/office/update-activity.ts';
import { recordPresence } from '../../../bff/modules/activities/presence/record-presence.ts';
import { importList } from '../../../bff/modules/activities/meeting/import-list.ts';
import { weighAbsences } from '../../../bff/modules/activities/restrictions/weigh-absences.ts';
import { cancelRegistration } from '../../../bff/modules/activities/signing-up/cancel-registration.ts';
import { signUp } from '../../../bff/modules/activities/signing-up/sign-up.ts';
import { uploadFile } from '../../../bff/modules/files/upload-file.ts';
import { Lawyer } from '../../../bff/modules/registry/model.ts';
import { clock, freezeClock, releaseClock } from '../../../bff/platform/clock/clock.ts';
import { randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from '../demo-data.ts';
import { actOn } from './demo-acts.ts';
import { drawPaper } from './demo-papers.ts';
import { DEMO_ACTIVITIES } from './demo-activities-data.ts';
import type { DemoActivity } from './demo-activity.ts';

const EVERY = Object.keys(ACTIVITY_WARNINGS) as ActivityWarning[];
const KEY_BITS = 128;
/** Published so long before sign-up begins, or before now. */
const AHEAD_MS = 24 * HOUR_MS;
/** The public draw is on the evening after sign-up has ended. */
const DRAWN_AFTER_MS = 27 * HOUR_MS;

/**
 * Activities of the demo association in every state, each brought there by the acts themselves, at the times at which they
 * are said to have happened. Needs the demo accounts, and leaves activities that stand alone: then it answers false.
 */
export async function seedDemoActivities(): Promise<boolean> {
  if ((await Activity.count()) > 0) return false;
  const now = clock.now();
  try {
    for (const demo of DEMO_ACTIVITIES) await makeOne(demo, now);
  } finally {
    releaseClock();
  }
  return true;
}

/** So many hours from now: whole days at an hour of the day that an office would choose, others at the full hour. */
function hourFrom(now: number, hours: number, hourOfDay: number): number {
  if (hours % 24 !== 0) return Math.floor(now / HOUR_MS + hours) * HOUR_MS;
  return startOfShanghaiDay(addDays(toShanghaiDate(now), hours / 24)) + hourOfDay * HOUR_MS;
}

function inputOf(demo: DemoActivity, now: number): ActivityInput {
  const { groups = [{ name: '', capacity: demo.capacity, eligibility: null }], ...more } = demo.more ?? {};
  const beginsAt = hourFrom(now, demo.begins, 14);
  const closesAt = hourFrom(now, demo.closes, 18);
  const isDrawn = more.admission === 'draw';
  return {
    title: demo.title,
    kind: demo.kind,
    seriesId: null,
    speakers: demo.speakers ?? '',
    details: demo.details,
    capacity: demo.capacity,
    organiser: '江海市律师协会',
    notice: '',
    contact: '0700-88886603',
    isOnline: false,
    meetingUrl: '',
    place: '律协培训厅',
    address: '文华区法律服务大厦4楼',
    mapPoint: '23.128900,113.264400',
    opensAt: hourFrom(now, demo.opens, 9),
    closesAt,
    beginsAt,
    endsAt: beginsAt + 3 * HOUR_MS,
    cancelHours: 24,
    leaveHours: 2,
    advanceLeave: true,
    perFirmMax: 0,
    admission: 'order',
    drawSource: '',
    drawAt: isDrawn ? closesAt + DRAWN_AFTER_MS : null,
    waiting: 'asks',
    leaveRefund: 50,
    offersStopHours: 24,
    visibility: 'all',
    eligibility: null,
    form: [],
    hoursTenths: 0,
    ...more,
    groups: groups.map((group) => ({ ...group, feeFen: demo.feeFen ?? 0 })),
  };
}

/** Written, proposed and published as the office does it, unless it is left before; answers its id. */
export async function makeOne(demo: DemoActivity, now: number): Promise<number> {
  const [editor, publisher] = [await staffOf('events'), await staffOf('admin')];
  const input = inputOf(demo, now);
  freezeClock(Math.min(input.opensAt, now) - AHEAD_MS);
  const attachments = await uploadPapers(editor, demo);
  const id = await createActivity({ actor: editor, input: { ...input, attachments } });
  if (demo.then === 'leave-draft') return id;
  await submitActivity({ actor: editor, id, input: { version: 1, acknowledged: EVERY } });
  if (demo.then === 'leave-pending') return id;
  await publishActivity({ actor: publisher, id, input: { version: 2, acknowledged: EVERY } });
  const groups = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'] });
  freezeClock(input.opensAt + HOUR_MS);
  for (const { login, answers = {} } of demo.signedUp ?? []) {
    const asked = { groupId: groups[0]!.id, answers, waits: true, idempotencyKey: randomToken(KEY_BITS) };
    await signUp({ actor: await memberOf(login), activityId: id, input: asked });
  }
  if (demo.byFirm) await signUpByFirm({ activityId: id, groupId: groups[0]!.id, ...demo.byFirm });
  freezeClock(now - HOUR_MS);
  for (const licenceNo of demo.added ?? []) {
    const called = { licenceNo, groupId: groups[0]!.id, isFree: true, reason: '电话报名' };
    await addRegistration({ actor: editor, activityId: id, input: called });
  }
  await goOn({ demo, id, input, groups });
  if (demo.acts) await actOn({ activityId: id, acts: demo.acts, now });
  if (demo.came) await markPresence({ demo, id, came: demo.came });
  return id;
}

async function uploadPapers(actor: StaffActor, { attachments = [] }: DemoActivity): Promise<string[]> {
  const tokens: string[] = [];
  for (const { name, lines } of attachments) {
    const bytes = await drawPaper(name.replace('.png', ''), lines);
    tokens.push((await uploadFile({ actor, name, bytes, intake: 'desk' })).token);
  }
  return tokens;
}

async function signUpByFirm(by: { activityId: number; groupId: number; firm: string; lawyers: string[] }) {
  const { activityId, groupId, firm, lawyers } = by;
  const actor = await memberOf(firm);
  if (actor.kind !== 'firm') throw new Error(`${firm} is no firm`);
  const own = await Lawyer.findAll({ where: { licenceNo: lawyers }, attributes: ['id'] });
  const idempotencyKey = randomToken(KEY_BITS);
  const input = { groupId, lawyerIds: own.map(({ id }) => id), waits: true, idempotencyKey };
  await signUpLawyers({ actor, id: activityId, input });
}

async function goOn(made: {
  demo: DemoActivity;
  id: number;
  input: ActivityInput;
  groups: ActivityGroup[];
}): Promise<void> {
  const { demo, id, input, groups } = made;
  const actor = await staffOf('events');
  const version = 3;
  switch (demo.then) {
    case 'cancel':
      return cancelActivity({
        actor,
        id,
        input: { version, title: demo.title, reason: '气象台发布暴雨预警', isUrgent: true },
      });
    case 'hide':
      return hideActivity({ actor, id, input: { version, isHidden: true } });
    case 'tell':
      return sendMessage({
        actor,
        id,
        input: { audience: 'registered', words: '活动当天上午在文华体育馆2号场签到，请提前15分钟到场。', count: 2 },
      });
    case 'move': {
      const kept = groups.map((group, at) => ({ ...input.groups[at]!, id: group.id }));
      const moved = { ...input, groups: kept, place: '文华区法律援助中心', address: '书院街20号' };
      return updateActivity({ actor, id, input: { ...moved, version, acknowledged: EVERY } });
    }
    case 'free-a-seat': {
      const first = await Registration.findOne({ where: { activityId: id }, order: ['id'], rejectOnEmpty: true });
      return cancelRegistration({ actor: await memberOf(demo.signedUp![0]!.login), id: first.id });
    }
    case 'draw':
      return drawSeats(id);
    case 'read-meeting':
      freezeClock(input.endsAt + HOUR_MS);
      return readMeeting({ actor, id, input });
    case 'end-waiting':
      freezeClock(input.beginsAt);
      return endRegistrations();
    default:
  }
}

/** The meeting service's list: one of whom it is clear, one by name alone, one whom nobody knows. */
async function readMeeting({ actor, id, input }: { actor: StaffActor; id: number; input: ActivityInput }) {
  const at = (minutes: number) => toShanghaiMinute(input.beginsAt + minutes * 60_000);
  const lines = [
    '用户昵称（入会昵称）,手机号,入会时间,退会时间',
    `${CLEAN_LAWYER.licenceNo} ${CLEAN_LAWYER.name},,${at(-5)},${at(80)}`,
    `${CLEAN_LAWYER.licenceNo} ${CLEAN_LAWYER.name},,${at(85)},${at(180)}`,
    `${TRANSFERRED_LAWYER.name},,${at(0)},${at(175)}`,
    `iPhone用户,,${at(20)},${at(60)}`,
  ];
  await importList({ actor, id, file: Buffer.from(lines.join('\n')) });
}

/** Held as the office does it: two persons enter what came of the public draw. */
async function drawSeats(id: number): Promise<void> {
  const { closesAt, drawAt } = await Activity.findByPk(id, { rejectOnEmpty: true });
  freezeClock(closesAt);
  await freezeDraw({ activityId: id });
  freezeClock((drawAt ?? closesAt) + HOUR_MS);
  const input = { outcome: '03 07 12 18 25 31 + 09' };
  for (const login of ['events', 'admin'] as const)
    await enterOutcome({ actor: await staffOf(login), activityId: id, input });
  await giveDrawnSeats({ activityId: id });
}

/** The list on paper was entered the next morning. */
async function markPresence({
  demo,
  id,
  came,
}: {
  demo: DemoActivity;
  id: number;
  came: readonly string[];
}): Promise<void> {
  const actor = await staffOf('events');
  const { endsAt } = await Activity.findByPk(id, { rejectOnEmpty: true });
  freezeClock(endsAt + 18 * HOUR_MS);
  for (const { login } of demo.signedUp ?? []) {
    const member = await memberOf(login);
    const where = { activityId: id, accountId: member.accountId };
    const registration = await Registration.findOne({ where, rejectOnEmpty: true });
    if (registration.state !== 'registered') continue;
    const mark = came.includes(login) ? 'present' : 'absent';
    await recordPresence({ actor, activityId: id, input: { registrationIds: [registration.id], mark } });
    // What absences lead to is told at once: the jobs of the seed run today.
    await weighAbsences({ lawyerId: registration.lawyerId });
  }
}
