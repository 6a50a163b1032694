import type { Transaction } from 'sequelize';
import { CERTIFICATE_STANDINGS } from '../../contract/certificates/enums.ts';
import { AppError } from '../../errors.ts';
import type { Actor, MemberActor } from '../../actor.ts';
import { Application, Certificate } from './model.ts';

/** The member an account acts for. Several accounts may act for one firm, so rights go by member, not by account. */
export function applicantOf(actor: MemberActor): { kind: 'firm' | 'lawyer'; id: number } {
  return actor.kind === 'firm' ? { kind: 'firm', id: actor.firmId } : { kind: 'lawyer', id: actor.lawyerId };
}

export type ApplicationAct =
  'show' | 'withdraw' | 'download' | 'mail' | 'share' | 'approve' | 'reject' | 'retry-issue' | 'revoke' | 'replace';

/** What an actor may do with an application as it now stands; replies carry it, clients never re-derive it. */
export function permits(actor: Actor, application: Application, certificate: Certificate | null): Set<ApplicationAct> {
  const acts = new Set<ApplicationAct>();
  if (!mayShow(actor, application)) return acts;
  acts.add('show');
  const isIssued = certificate?.issueState === 'issued';
  const stands = isIssued && certificate.standing === 'valid';
  if (actor.kind !== 'staff') {
    if (application.state === 'pending') acts.add('withdraw');
    if (isIssued) acts.add('download').add('mail');
    if (stands) acts.add('share');
    return acts;
  }
  if (isIssued) acts.add('download');
  if (application.state === 'pending') acts.add('approve').add('reject');
  if (certificate?.issueState === 'failed') acts.add('retry-issue');
  if (stands) acts.add('revoke').add('replace');
  return acts;
}

function mayShow(actor: Actor, application: Application): boolean {
  if (actor.kind === 'staff') return actor.roles.includes('reviewer') || actor.roles.includes('administrator');
  const applicant = applicantOf(actor);
  return application.applicantKind === applicant.kind && application.applicantId === applicant.id;
}

/**
 * Loads an application for one act. Throws `not_found` when the actor may not even see it, so that a foreign number
 * and a number that does not exist look alike, `already_decided` or `wrong_state` when the act is not possible now.
 * In a transaction the row is locked, so that what was allowed stays so until the commit.
 */
export async function loadFor(
  actor: Actor,
  act: ApplicationAct,
  id: number,
  t?: Transaction,
): Promise<{ application: Application; certificate: Certificate | null }> {
  const application = await Application.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!application || !mayShow(actor, application)) throw new AppError('not_found');
  const certificate = await Certificate.findOne({ where: { applicationId: id }, ...(t && { transaction: t }) });
  if (!permits(actor, application, certificate).has(act)) throw refusal(act, application, certificate);
  return { application, certificate };
}

function refusal(act: ApplicationAct, application: Application, certificate: Certificate | null): AppError {
  const isAboutStanding = act === 'revoke' || act === 'replace' || act === 'share';
  if (isAboutStanding && certificate && certificate.standing !== 'valid') {
    return new AppError('already_decided', { message: `该证明${CERTIFICATE_STANDINGS[certificate.standing]}` });
  }
  if (act !== 'approve' && act !== 'reject') return new AppError('wrong_state');
  if (application.state === 'withdrawn') return new AppError('already_decided', { message: '申请人已撤回该申请' });
  const outcome = application.outcome === 'approved' ? '通过' : '驳回';
  return new AppError('already_decided', { message: `该申请已由${application.decidedBy}${outcome}` });
}
