import type { Transaction } from 'sequelize';
import { CERTIFICATE_STANDINGS } from '../../contract/certificates/enums.ts';
import { AppError } from '../../errors.ts';
import { memberIdOf, type Actor } from '../../actor.ts';
import { Application, Certificate, type IssuedCertificate } from './model.ts';

/** Acts on the application itself, whatever became of it. */
type ActOnApplication = 'show' | 'withdraw' | 'complete' | 'approve' | 'reject' | 'return';
/** Acts on the document, which needs to be there. */
type ActOnDocument = 'download' | 'mail' | 'share' | 'revoke' | 'replace';
export type ApplicationAct = ActOnApplication | ActOnDocument | 'retry-issue';

/** The document is made: the row that says so names its file, hash and pages (`write-issue-state.ts`). */
export function isIssued(certificate: Certificate | null): certificate is IssuedCertificate {
  if (certificate?.issueState !== 'issued') return false;
  const { issuedAt, storageKey, sha256, pages } = certificate;
  return issuedAt !== null && storageKey !== null && sha256 !== null && pages !== null;
}

/** What an actor may do with an application as it now stands; replies carry it, clients never re-derive it. */
export function permits(actor: Actor, application: Application, certificate: Certificate | null): Set<ApplicationAct> {
  const acts = new Set<ApplicationAct>();
  if (!mayShow(actor, application)) return acts;
  acts.add('show');
  const hasDocument = isIssued(certificate);
  const stands = hasDocument && certificate.standing === 'valid';
  if (actor.kind !== 'staff') {
    if (application.state === 'pending' || application.state === 'returned') acts.add('withdraw');
    if (application.state === 'returned') acts.add('complete');
    if (hasDocument) acts.add('download').add('mail');
    if (stands) acts.add('share');
    return acts;
  }
  if (hasDocument) acts.add('download');
  if (application.state === 'pending') acts.add('approve').add('reject').add('return');
  if (certificate?.issueState === 'failed' && certificate.standing === 'valid') acts.add('retry-issue');
  if (stands) acts.add('revoke').add('replace');
  return acts;
}

function mayShow(actor: Actor, application: Application): boolean {
  if (actor.kind === 'staff') return actor.roles.includes('reviewer') || actor.roles.includes('administrator');
  const applicant = memberIdOf(actor);
  return application.applicantKind === applicant.kind && application.applicantId === applicant.id;
}

/**
 * Loads an application for one act. Throws `not_found` when the actor may not even see it, so that a foreign number
 * and a number that does not exist look alike, `already_decided` or `wrong_state` when the act is not possible now.
 * In a transaction the row is locked, so that what was allowed stays so until the commit.
 */
export async function loadFor(
  actor: Actor,
  act: ActOnApplication,
  id: number,
  t?: Transaction,
): Promise<{ application: Application; certificate: Certificate | null }> {
  return load(actor, act, id, t);
}

/** Loads an application and its issued certificate, as `loadFor` does. */
export async function loadIssuedFor(
  actor: Actor,
  act: ActOnDocument,
  id: number,
  t?: Transaction,
): Promise<{ application: Application; certificate: IssuedCertificate }> {
  const { application, certificate } = await load(actor, act, id, t);
  if (!isIssued(certificate)) throw refusal(act, application, certificate);
  return { application, certificate };
}

/** Loads a certificate whose document could not be made, as `loadFor` does. */
export async function loadFailedFor(
  actor: Actor,
  act: 'retry-issue',
  id: number,
  t?: Transaction,
): Promise<{ application: Application; certificate: Certificate }> {
  const { application, certificate } = await load(actor, act, id, t);
  if (!certificate) throw refusal(act, application, certificate);
  return { application, certificate };
}

async function load(actor: Actor, act: ApplicationAct, id: number, t?: Transaction) {
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
  if (act !== 'approve' && act !== 'reject' && act !== 'return') return new AppError('wrong_state');
  if (application.state === 'returned') {
    return new AppError('already_decided', { message: '该申请已退回补正，申请人重新提交后再审核' });
  }
  if (application.state === 'lapsed') {
    return new AppError('already_decided', { message: '该申请逾期未补正，已关闭' });
  }
  if (application.state === 'withdrawn') return new AppError('already_decided', { message: '申请人已撤回该申请' });
  const outcome = application.outcome === 'approved' ? '通过' : '驳回';
  return new AppError('already_decided', { message: `该申请已由${application.decidedBy}${outcome}` });
}

/** Returns where the actor may see the application; throws `not_found` otherwise. */
export async function expectVisible(actor: Actor, id: number): Promise<void> {
  await loadFor(actor, 'show', id);
}
