import type { Transaction } from 'sequelize';
import { memberIdOf, type Actor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { CorrectionRequest } from './correction-model.ts';

/** A firm says it of one of its lawyers: a finding for staff, which keeps nobody's letters waiting. */
export const isClaim = ({ subjectKind, subjectId, askerKind, askerId }: CorrectionRequest): boolean =>
  subjectKind !== askerKind || subjectId !== askerId;

function mayShow(actor: Actor, request: CorrectionRequest): boolean {
  if (actor.kind === 'staff') return actor.roles.includes('registrar') || actor.roles.includes('administrator');
  const { kind, id } = memberIdOf(actor);
  return request.askerKind === kind && request.askerId === id;
}

/**
 * Loads a request that the actor may see; in a transaction its row is locked. Throws `not_found` otherwise, so that a
 * foreign one and one that does not exist look alike; that includes a lawyer whose firm asked.
 */
export async function loadCorrection(actor: Actor, id: number, t?: Transaction): Promise<CorrectionRequest> {
  const request = await CorrectionRequest.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!request || !mayShow(actor, request)) throw new AppError('not_found');
  return request;
}

/** The same, for an act that ends it. Throws `already_decided` in words when somebody was quicker. */
export async function loadOpenCorrection(actor: Actor, id: number, t: Transaction): Promise<CorrectionRequest> {
  const request = await loadCorrection(actor, id, t);
  if (request.state === 'withdrawn') throw new AppError('already_decided', { message: '该更正申请已被申请人撤回' });
  if (request.state === 'adopted' || request.state === 'refused') {
    // Members read of the association, not of a person.
    const by = actor.kind === 'staff' ? `由${request.endedByName}` : '';
    throw new AppError('already_decided', { message: `该更正申请已${by}处理` });
  }
  return request;
}

/** Returns where the actor may see a request, its files and its timeline; throws `not_found` otherwise. */
export async function expectVisible(actor: Actor, id: number): Promise<void> {
  await loadCorrection(actor, id);
}
