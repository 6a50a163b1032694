import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { fieldChange } from '../../../contract/field-changes/enums.ts';
import type { FieldChangeDecision } from '../../../contract/field-changes/schemas.ts';
import { isDelivered } from '../../../contract/files/enums.ts';
import { AppError } from '../../../errors.ts';
import type { IdentityRead } from '../../registry/corrections/correctable.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { decideCorrection, type CorrectionVerdict } from '../../registry/corrections/decide-correction.ts';
import { lockOpenCorrection } from '../../registry/corrections/of-ticket.ts';
import { overtake } from '../../two-person/read-proposal.ts';
import { Ticket } from '../model.ts';
import { loadTicketToWork } from '../policy.ts';
import { giveAnswer } from '../desk/answer-ticket.ts';
import { readProofs } from './show-field-change.ts';

/** A ticket, locked, and what it asks of the registry, which nobody has decided. */
export interface Undecided {
  ticket: Ticket;
  request: CorrectionRequest;
}

/** Locks a ticket and what it asks of the registry. Throws as `loadTicketToWork`, and `wrong_state` once it is decided. */
export async function loadUndecided(
  seen: { actor: StaffActor; id: number; version: number },
  t: Transaction,
): Promise<Undecided> {
  const ticket = await loadTicketToWork(seen, t);
  return { ticket, request: await lockUndecided(ticket, t) };
}

/** Locks what an already locked ticket asks of the registry. Throws `wrong_state` once that is decided. */
export async function lockUndecided(ticket: Ticket, t: Transaction): Promise<CorrectionRequest> {
  const request = await lockOpenCorrection(ticket.id, t);
  if (!request) throw new AppError('wrong_state', { message: '该工单没有待更正的登记信息' });
  return request;
}

/** The number of a document that staff have typed for a change that needs one, and for no other. Throws `invalid_fields`. */
export function identityRead(
  { field }: CorrectionRequest,
  typed: Extract<FieldChangeDecision, { verdict: 'adopt' }>,
): IdentityRead | null {
  if (field !== 'identity') return null;
  const { identityKind: kind, identityNumber: number } = typed;
  if (kind === undefined || number === undefined || number === '') {
    throw new AppError('invalid_fields', { fields: { identityNumber: '请按证件照片填写证件类型和号码' } });
  }
  return { kind, number };
}

const EVENTS = { adopt: 'adopted', settle: 'settled', refuse: 'refused' } as const;

/** Ends what a ticket asks of the registry, and solves it with an answer; both are locked. Throws as `decideCorrection`. */
export async function endFieldChange(
  ended: Undecided & {
    actor: StaffActor;
    decision: CorrectionVerdict;
    /** Tokens of the files that the decision rests on. */
    proofs: readonly string[];
    /** What the member reads. */
    body: string;
  },
  t: Transaction,
): Promise<void> {
  const { ticket, request, actor, decision, body } = ended;
  const ground = await groundOf(ended, t);
  const rest = await decideCorrection({ actor, request, decision, ground }, t);
  await overtake(request.proposalId, t);
  if (decision.verdict !== 'refuse') await keepGround(ticket.id, t);
  await giveAnswer({ ticket, actor, body, next: 'solved', event: EVENTS[decision.verdict], note: rest }, t);
}

/**
 * Marks the ticket and those merged into it as grounds of the entry: their files prove it as well, also after the merge is
 * undone.
 */
const keepGround = (id: number, t: Transaction) =>
  Ticket.update({ isGround: true }, { where: { [Op.or]: [{ id }, { mergedInto: id }] }, transaction: t });

/** Which ticket and which files, for the log; a file is named by its mark, its own name may say anything. */
async function groundOf(
  { ticket, request, decision, proofs }: Undecided & { decision: CorrectionVerdict; proofs: readonly string[] },
  t: Transaction,
): Promise<string> {
  const named = `工单${ticket.number}`;
  if (decision.verdict !== 'adopt') return named;
  const { proof } = fieldChange(request.subjectKind, request.field);
  // A file that was taken back or cannot be opened is no proof: nobody can have looked at it, and nobody could later.
  const there = (await readProofs(ticket.id, t)).filter(({ file }) => isDelivered(file.state));
  const known = new Set(there.map(({ file }) => file.id));
  if (proofs.some((token) => !known.has(token))) {
    throw new AppError('invalid_fields', { fields: { proofs: '所选材料已撤回或不能打开，请刷新页面后重新选择' } });
  }
  if (proof !== null && proofs.length === 0) {
    throw new AppError('invalid_fields', {
      fields: { proofs: `请选择作为依据的材料（${proof}）；没有的，请先要求补充` },
    });
  }
  return proofs.length === 0 ? named : `${named}；依据附件${proofs.map((token) => token.slice(0, 8)).join('、')}`;
}
