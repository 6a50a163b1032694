import type { Transaction } from 'sequelize';
import type { FirmActor, LawyerActor } from '../../../actor.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { issueTicket } from '../draw/issue-ticket.ts';
import type { Activity, Registration } from '../model.ts';
import { inWords } from '../rules.ts';
import { noteHeld } from '../seats/hold-seat.ts';
import type { Addressee } from '../seats/read-addressee.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** 1234 5678 9012. */
const inFours = (ticket: string) => ticket.replace(/(\d{4})(?=\d)/g, '$1 ');

interface Noted {
  actor: LawyerActor | FirmActor;
  activity: Activity;
  registration: Registration;
  /** Read before the row of the activity was locked, that everybody wants; null: the lawyer is told elsewhere. */
  addressee: Addressee | null;
}

/** Notes what came of signing up, gives a number to who takes part in a draw, and tells the lawyer. */
export async function noteSignedUp(noted: Noted, t: Transaction): Promise<void> {
  const { activity, registration, addressee } = noted;
  const news = await writeSignedUp(noted, t);
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news, addressee }, t);
}

/** The same without telling; answers what the lawyer is to be told. */
export async function writeSignedUp(
  { actor, activity, registration, addressee }: Noted,
  t: Transaction,
): Promise<string> {
  const isWaiting = registration.state === 'waiting';
  const ticket = registration.state === 'drawing' ? await issueTicket(registration, t) : '';
  const subject = ofRegistration(registration.id);
  const isByFirm = actor.kind === 'firm';
  if (registration.state === 'paying') await noteHeld({ registration, by: actor }, t);
  else
    await writeEvent(
      { subject, event: eventOf(registration), by: actor, ...(isByFirm && { note: registration.reason }) },
      t,
    );
  const { name } = isByFirm ? (addressee?.lawyer ?? (await readLawyer(registration.lawyerId, t))) : actor;
  const action = isWaiting ? 'registration.waiting' : 'registration.created';
  const line = { action, targetKind: 'registration', targetId: registration.id } as const;
  await writeAudit({ actor, ...line, target: `${activity.title} ${name}` }, t);
  return `${isByFirm ? `${registration.reason}。` : ''}${newsOf(registration, ticket)}`;
}

function eventOf({ state }: Registration) {
  if (state === 'offered') return 'invited';
  return state === 'waiting' || state === 'applied' || state === 'drawing' || state === 'invited' ? state : 'signed_up';
}

function newsOf({ state, payUntil, offerUntil, cancelUntil, leaveUntil }: Registration, ticket: string): string {
  if (state === 'offered' && offerUntil !== null) {
    return `名额为您保留至${inWords(offerUntil)}，请登录后确认是否参加，逾期名额释放。`;
  }
  if (state === 'invited' && offerUntil !== null) return `请于${inWords(offerUntil)}前登录确认，逾期报名失效。`;
  if (state === 'drawing') return `报名已提交，参加抽签，您的抽签号是${inFours(ticket)}，结果将通知您。`;
  if (state === 'applied') return '报名已提交，由协会审核录取，结果将通知您。';
  if (state === 'waiting') return '已加入候补，有空出的名额时按先后顺序通知您。';
  if (payUntil !== null) return `名额已为您保留至${inWords(payUntil)}，请在此前支付报名费，逾期名额释放。`;
  return `报名成功。${inWords(cancelUntil)}前可以取消，此后请假至${inWords(leaveUntil)}止。`;
}
