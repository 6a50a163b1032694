import type { Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { correctionField, type CorrectionField, type CorrectionFieldKey } from '../../../contract/corrections/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { MemberId } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { correctables } from './correctable.ts';
import { CorrectionRequest } from './correction-model.ts';
import { lockSubject } from './lock-subject.ts';
import { subjectOf } from './subject-of.ts';

/** A correction as the member asks for it. */
export interface Asked {
  /** The lawyer whom a firm asks about. */
  lawyerId?: number | undefined;
  /** Of a firm: a lawyer who joins it, whom the caller has found by what the firm has written. */
  joiningId?: number | undefined;
  field: CorrectionFieldKey;
  wanted: string;
  reason: string;
}

/** The same, judged: what is registered, what is wanted as the registry would keep it, and whose entry it is. */
export interface JudgedCorrection {
  subject: MemberId & { name: string; licenceNo: string };
  asker: MemberId;
  isClaim: boolean;
  field: CorrectionFieldKey;
  spec: CorrectionField;
  present: string;
  wanted: string;
  reason: string;
  openKey: string;
}

const whoseOf = async (actor: MemberActor, { lawyerId, joiningId }: Asked, t: Transaction): Promise<MemberId> =>
  joiningId === undefined ? subjectOf(actor, lawyerId, t) : { kind: 'lawyer', id: joiningId };

/** Locks whose entry it is and whoever asks: before the first look at what decides. Throws `not_found`. */
export async function lockForAsking({ actor, asked }: { actor: MemberActor; asked: Asked }, t: Transaction) {
  const subject = await whoseOf(actor, asked, t);
  await lockSubject({ ...asked, subject, asker: memberIdOf(actor) }, t);
}

/**
 * Judges what a member asks for, of itself, of one of its lawyers or of one who joins it; both are locked. Throws `not_found`, `invalid_fields`,
 * and `duplicate` while a ticket about the same is open, in words that name it.
 */
export async function judgeAsked(
  { actor, asked }: { actor: MemberActor; asked: Asked },
  t: Transaction,
): Promise<JudgedCorrection> {
  // Looked at under the lock: the lawyer may have left meanwhile.
  const subject = await whoseOf(actor, asked, t);
  const asker = memberIdOf(actor);
  const spec = correctionField(subject.kind, asked.field);
  const isClaim = asked.lawyerId !== undefined || asked.joiningId !== undefined;
  if (!spec || (isClaim && !spec.isClaimable)) {
    throw new AppError('invalid_fields', { fields: { field: '请选择有误的项目' } });
  }
  const openKey = [subject.kind, subject.id, asked.field, asker.kind, asker.id].join(':');
  await refuseSecond({ openKey, label: spec.label }, t);
  const correctable = correctables.answer[subject.kind];
  const wanted = await correctable.parse(asked.field, asked.wanted, t, subject.id);
  const { name, licenceNo, registered } = await correctable.read(subject.id, t);
  const present = registered[asked.field] ?? '';
  if (wanted === present) {
    throw new AppError('invalid_fields', { fields: { wanted: '与现在登记的内容相同，请填写正确的内容' } });
  }
  return {
    subject: { ...subject, name, licenceNo },
    asker,
    isClaim,
    field: asked.field,
    spec,
    present,
    wanted,
    reason: asked.reason,
    openKey,
  };
}

async function refuseSecond({ openKey, label }: { openKey: string; label: string }, t: Transaction): Promise<void> {
  const open = await CorrectionRequest.findOne({ where: { openKey }, transaction: t });
  if (!open) return;
  throw new AppError('duplicate', {
    message: `您对“${label}”的更正正在处理（工单${open.ticketNumber}），请在该工单中补充说明，或取消后重新提交`,
  });
}

/** Keeps a judged request; while it is open, letters about what it disputes wait for a person. */
export async function keepCorrection(
  kept: {
    actor: MemberActor;
    judged: JudgedCorrection;
    ticket: { id: number; number: string };
    idempotencyKey: string;
    contentHash: string;
  },
  t: Transaction,
): Promise<void> {
  const { actor, judged, ticket, idempotencyKey, contentHash } = kept;
  const { subject, asker, field, spec, present, wanted, reason, openKey } = judged;
  const request = await CorrectionRequest.create(
    {
      subjectKind: subject.kind,
      subjectId: subject.id,
      field,
      present,
      wanted,
      reason,
      askerKind: asker.kind,
      askerId: asker.id,
      askerName: actor.name,
      accountId: actor.accountId,
      idempotencyKey,
      contentHash,
      state: 'open',
      openKey,
      requestedAt: clock.now(),
      opinion: '',
      endedByName: '',
      endedAt: null,
      version: 1,
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      proposalId: null,
    },
    { transaction: t },
  );
  const target = `${subject.name}（${subject.licenceNo}）${spec.label}`;
  const line = { action: 'correction.requested', targetKind: 'correction', targetId: request.id, target } as const;
  await writeAudit({ actor, ...line, detail: `工单${ticket.number}` }, t);
}
