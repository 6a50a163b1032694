import type { MemberActor } from '../../../actor.ts';
import type { ClaimHoursParsed, DecideHoursClaimParsed } from '../../../contract/external-hours/schemas.ts';
import { addDays } from '../../../contract/dates.ts';
import { claimHours } from '../../../modules/external-hours/claim-hours.ts';
import { decideClaim } from '../../../modules/external-hours/decide-claim.ts';
import { HoursClaim } from '../../../modules/external-hours/model.ts';
import { uploadFile } from '../../../modules/files/upload-file.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { PNG } from '../../files.ts';
import { newKey } from '../certificate.ts';
import { staffActor } from '../registry.ts';

/** What proves a course, uploaded and bound to nothing. */
export const uploadProof = async (actor: MemberActor): Promise<string> =>
  (await uploadFile({ actor, name: '结业证书.png', bytes: PNG })).token;

/** What a lawyer says of a course of one day, six hours, a week ago. */
export async function claimInput(actor: MemberActor, more: Partial<ClaimHoursParsed> = {}): Promise<ClaimHoursParsed> {
  const on = addDays(clock.today(), -7);
  return {
    title: '建设工程法律实务研修班',
    organiser: '全国律师协会',
    beginsOn: on,
    endsOn: on,
    kind: 'business',
    mode: 'onsite',
    tenths: 60,
    note: '',
    attachments: more.attachments ?? [await uploadProof(actor)],
    idempotencyKey: newKey(),
    ...more,
  };
}

/** A claim that waits, handed in by the act itself. */
export async function makeClaim(actor: MemberActor, more: Partial<ClaimHoursParsed> = {}): Promise<HoursClaim> {
  const id = await claimHours({ actor, input: await claimInput(actor, more) });
  return HoursClaim.findByPk(id, { rejectOnEmpty: true });
}

type Verdict = { verdict: 'accept'; tenths?: number; opinion?: string } | { verdict: 'return' | 'refuse' };
/** Decides it as staff do. */
export async function decide(claim: HoursClaim, said: Verdict, actor = staffActor('events')): Promise<void> {
  const { version } = await claim.reload();
  const decision: DecideHoursClaimParsed =
    said.verdict === 'accept'
      ? { verdict: 'accept', tenths: said.tenths ?? claim.tenths, opinion: said.opinion ?? '', version }
      : { verdict: said.verdict, opinion: '证书上看不清学时', version };
  await decideClaim({ actor, id: claim.id, decision });
  await claim.reload();
}
