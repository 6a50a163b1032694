import type { Call } from '../../test/api.ts';
import { activityInput, makeActivity } from '../../test/factories/activities/activity.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { asPaid } from '../../test/factories/activities/paid-registration.ts';
import { makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, staff, type Row } from '../../test/permissions/row.ts';
import { DAY_MS, HOUR_MS, toIso } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { freezeDraw } from './draw/freeze-draw.ts';
import { ActivityDraw } from './draw/model.ts';
import { PNG } from '../../test/files.ts';
import { transaction } from '../../platform/db/database.ts';
import { uploadFile } from '../files/upload-file.ts';
import { createActivity } from './office/create-activity.ts';
import { keepAttachments } from './content/keep-attachments.ts';
import { keepPoster } from './content/keep-poster.ts';
import { Activity, Registration } from './model.ts';
import { signUp } from './signing-up/sign-up.ts';

/** A firm is refused, and told that lawyers sign up themselves. */
const lawyers = answer(200, 'lawyer', 'other lawyer');
const ownLawyer = { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') };
/** The lawyer is let in, and is told that no seat is offered to him. */
const nothingOffered = { ...ownLawyer, ...answer(409, 'lawyer') };

const published = async () => (await makeActivity({ capacity: 100 })).activity;
const draft = () => createActivity({ actor: staffActor('events'), input: activityInput() });

/** A registration of the lawyer, in an activity of its own. */
async function registered({ lawyer }: Pick<Cast, 'lawyer'>, more: Parameters<typeof makeActivity>[0] = {}) {
  const { activity, groups } = await makeActivity(more);
  const actor = await memberActor({ lawyerId: lawyer.id });
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  return Registration.findByPk(registrationId, { rejectOnEmpty: true });
}
const ofLawyer = async (cast: Cast): Promise<Call> => ({ params: { id: (await registered(cast)).id } });

const ofPayer = async (cast: Cast): Promise<Call> => {
  const registration = await registered(cast);
  await asPaid(registration);
  return { params: { id: registration.id } };
};

function entered(): object {
  const { opensAt, closesAt, beginsAt, endsAt, ...rest } = activityInput();
  const instants = { opensAt, closesAt, beginsAt, endsAt };
  return { ...rest, ...Object.fromEntries(Object.entries(instants).map(([key, at]) => [key, toIso(at)])) };
}
const every = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'];
const act = (make: () => Promise<number>, body: object) => async (): Promise<Call> => {
  const id = await make();
  const { version } = await Activity.findByPk(id, { rejectOnEmpty: true });
  return { params: { id }, body: { version, ...body } };
};
const pending = async () => {
  const id = await draft();
  await Activity.update({ state: 'pending', submittedById: 0 }, { where: { id } });
  return id;
};
/** A published one with a poster. */
async function withPoster(): Promise<Call> {
  const actor = staffActor('events');
  const { token } = await uploadFile({ actor, name: '海报.png', bytes: PNG });
  const { activity } = await makeActivity();
  await transaction((t) => keepPoster({ actor, activityId: activity.id, poster: token, copiedFrom: null }, t));
  return { params: { id: activity.id, file: token } };
}
/** A published one with an attachment. */
async function withFile(): Promise<Call> {
  const actor = staffActor('events');
  const { token } = await uploadFile({ actor, name: '议程.png', bytes: PNG, intake: 'desk' });
  const { activity } = await makeActivity();
  const kept = { actor, activityId: activity.id, tokens: [token], copiedFrom: null };
  await transaction((t) => keepAttachments(kept, t));
  return { params: { id: activity.id, file: token } };
}
const drawn = () => ({ admission: 'draw', drawSource: '双色球第2026141期', drawAt: clock.now() + 8 * DAY_MS }) as const;
const out = async () => (await published()).id;

/** Lawyers see to their own registrations, the staff of 活动 to everything. */
export const PERMISSIONS: Record<string, Row> = {
  listOpenActivities: { realm: 'member', passes: lawyers },
  showActivity: {
    realm: 'member',
    passes: answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    hasObject: true,
    call: async () => ({ params: { id: await out() } }),
  },
  showActivityPoster: {
    realm: 'member',
    passes: answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    hasObject: true,
    call: withPoster,
  },
  showActivityFile: {
    realm: 'member',
    passes: answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    hasObject: true,
    call: withFile,
  },
  uploadActivityFile: { realm: 'staff', passes: answer(400, 'events', 'administrator') },
  showStaffActivityFile: { realm: 'staff', passes: staff('events'), hasObject: true, call: withFile },
  uploadActivityPoster: { realm: 'staff', passes: answer(400, 'events', 'administrator') },
  showStaffPoster: { realm: 'staff', passes: staff('events'), hasObject: true, call: withPoster },
  signUp: {
    realm: 'member',
    passes: lawyers,
    hasObject: true,
    call: async () => {
      const { activity, groups } = await makeActivity();
      const body = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
      return { params: { id: activity.id }, body };
    },
  },
  listOwnRegistrations: { realm: 'member', passes: lawyers },
  showOwnHours: { realm: 'member', passes: lawyers },
  cancelRegistration: { realm: 'member', passes: ownLawyer, hasObject: true, call: ofLawyer },
  changeAnswers: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    call: async (cast) => {
      const form = [{ key: 'car', label: '车牌', hint: '', kind: 'text' as const, isRequired: false, choices: [] }];
      return { params: { id: (await registered(cast, { form })).id }, body: { answers: { car: '粤E12345' } } };
    },
  },
  askLeave: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    // Cancelling has ended as sign-up began: leave may be asked for in advance.
    call: async (cast) => ({
      params: { id: (await registered(cast, { cancelHours: 720 })).id },
      body: { reason: 'court' },
    }),
  },
  acceptOffer: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    call: async (cast) => {
      const registration = await registered(cast);
      await registration.update({ state: 'offered', offerUntil: clock.now() + HOUR_MS });
      return { params: { id: registration.id } };
    },
  },
  declineOffer: { realm: 'member', passes: nothingOffered, hasObject: true, call: ofLawyer },
  startRegistrationPayment: {
    realm: 'member',
    // The lawyer is let in, and is told that he owes nothing.
    passes: nothingOffered,
    hasObject: true,
    call: async (cast) => ({ ...(await ofLawyer(cast)), body: { channel: 'native' } }),
  },
  showRegistrationPayment: { realm: 'member', passes: ownLawyer, hasObject: true, call: ofLawyer },
  downloadRegistrationReceipt: { realm: 'member', passes: ownLawyer, hasObject: true, call: ofPayer },
  listActivityRefunds: { realm: 'staff', passes: staff('finance') },
  sendActivityRefunds: {
    realm: 'staff',
    passes: staff('finance'),
    hasObject: true,
    call: async () => {
      const { activity } = await makeActivity();
      await activity.update({ state: 'cancelled', refundState: 'waiting', cancelledById: 0 });
      return { params: { id: activity.id } };
    },
  },
  listActivities: { realm: 'staff', passes: staff('events') },
  createActivity: { realm: 'staff', passes: staff('events'), call: async () => ({ body: entered() }) },
  countEligible: { realm: 'staff', passes: staff('events'), call: async () => ({ body: { eligibility: null } }) },
  findListed: { realm: 'staff', passes: staff('events'), call: async () => ({ body: { lines: ['1'] } }) },
  showStaffActivity: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: await draft() } }),
  },
  updateActivity: { realm: 'staff', passes: staff('events'), hasObject: true, call: act(draft, entered()) },
  submitActivity: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: act(draft, { acknowledged: every }),
  },
  publishActivity: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: act(pending, { acknowledged: every }),
  },
  returnActivity: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: act(pending, { reason: '请补充议程' }),
  },
  hideActivity: { realm: 'staff', passes: staff('events'), hasObject: true, call: act(out, { isHidden: true }) },
  cancelActivity: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: act(out, { title: activityInput().title, reason: '主讲人因故不能到场' }),
  },
  listRegistrations: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => ({ params: { id: (await registered(cast)).activityId } }),
  },
  addRegistration: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => {
      const { activity, groups } = await makeActivity();
      const { licenceNo } = await makeLawyer();
      return { params: { id: activity.id }, body: { licenceNo, groupId: groups[0]!.id, reason: '电话报名' } };
    },
  },
  admitRegistrations: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => {
      const { id, activityId } = await registered(cast, { admission: 'review' });
      return { params: { id: activityId }, body: { registrationIds: [id], verdict: 'admit' } };
    },
  },
  showDraw: {
    realm: 'public',
    answer: 200,
    call: async () => {
      const { activity } = await makeActivity(drawn());
      const { code } = await ActivityDraw.findOne({ where: { activityId: activity.id }, rejectOnEmpty: true });
      return { params: { code } };
    },
  },
  enterOutcome: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => {
      const { activity } = await makeActivity(drawn());
      await activity.update({ closesAt: clock.now() - 1, drawAt: clock.now() - 1 });
      await freezeDraw({ activityId: activity.id });
      return { params: { id: activity.id }, body: { outcome: '03 07 12' } };
    },
  },
  removeRegistration: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => ({ ...(await ofLawyer(cast)), body: { reason: '重复报名' } }),
  },
  restoreLeave: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => {
      const registration = await registered(cast);
      await registration.update({ state: 'leave', liveKey: null });
      return { params: { id: registration.id }, body: { reason: '开庭改期' } };
    },
  },
  keepRegistration: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => {
      const registration = await registered(cast);
      const lawyer = await makeLawyer({ status: 'suspended' });
      await registration.update({ lawyerId: lawyer.id });
      return { params: { id: registration.id }, body: { reason: '停止执业不影响旁听' } };
    },
  },
  recordPresence: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async (cast) => {
      const registration = await registered(cast);
      await Activity.update({ beginsAt: clock.now() }, { where: { id: registration.activityId } });
      return {
        params: { id: registration.activityId },
        body: { registrationIds: [registration.id], mark: 'present' },
      };
    },
  },
};
