import { Op, type Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { correctionField } from '../../../contract/corrections/enums.ts';
import { MAX_CORRECTIONS_A_DAY } from '../../../contract/corrections/limits.ts';
import type { RequestCorrectionParsed } from '../../../contract/corrections/schemas.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';
import { ofCorrection, type MemberId } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { correctables } from './correctable.ts';
import { CorrectionRequest } from './correction-model.ts';
import { lockSubject } from './lock-subject.ts';
import { subjectOf } from './subject-of.ts';

/**
 * Asks for a correction of the member's own entries, or of one of its lawyers'; the same key with the same content is
 * one request, however often it comes. Throws `not_found`, `invalid_fields`, `duplicate` while one about the same is
 * open, `too_many_requests`, `idempotency_conflict`. Answers its id.
 */
export async function requestCorrection(asked: {
  actor: MemberActor;
  input: RequestCorrectionParsed;
}): Promise<number> {
  const { actor, input } = asked;
  const where = { accountId: actor.accountId, idempotencyKey: input.idempotencyKey };
  return submitOnce({
    contentHash: contentHashOf(input),
    find: (t) => CorrectionRequest.findOne({ where, transaction: t }),
    submit: (t, again) => submit(asked, again, t),
    conflict: '该次提交已用于另一份更正申请，请刷新页面后重新填写',
  });
}

async function submit(
  { actor, input }: { actor: MemberActor; input: RequestCorrectionParsed },
  again: () => Promise<number | null>,
  t: Transaction,
): Promise<number> {
  const asker = memberIdOf(actor);
  await lockSubject(await subjectOf(actor, input.lawyerId, t), asker, t);
  // The double tap that waited for that lock finds the first one here.
  const earlier = await again();
  if (earlier !== null) return earlier;
  // Looked at again: the lawyer may have left meanwhile.
  const subject = await subjectOf(actor, input.lawyerId, t);
  const spec = correctionField(subject.kind, input.field);
  if (!spec || (input.lawyerId !== undefined && !spec.isClaimable)) {
    throw new AppError('invalid_fields', { fields: { field: '请选择有误的项目' } });
  }
  const openKey = [subject.kind, subject.id, input.field, asker.kind, asker.id].join(':');
  await refuseSecond({ openKey, label: spec.label }, t);
  await limitRequests(asker, t);
  const correctable = correctables.answer[subject.kind];
  const wanted = correctable.parse(input.field, input.wanted);
  const { name, licenceNo, registered } = await correctable.read(subject.id, t);
  const present = registered[input.field] ?? '';
  if (wanted === present) {
    throw new AppError('invalid_fields', { fields: { wanted: '与现在登记的内容相同，请填写正确的内容' } });
  }
  const request = await CorrectionRequest.create(
    {
      subjectKind: subject.kind,
      subjectId: subject.id,
      field: input.field,
      present,
      wanted,
      reason: input.reason,
      askerKind: asker.kind,
      askerId: asker.id,
      askerName: actor.name,
      accountId: actor.accountId,
      idempotencyKey: input.idempotencyKey,
      contentHash: contentHashOf(input),
      state: 'open',
      openKey,
      requestedAt: clock.now(),
      opinion: '',
      endedByName: '',
      endedAt: null,
      version: 1,
    },
    { transaction: t },
  );
  const owner = ofCorrection(request.id);
  await bindFiles({ accountId: actor.accountId, owner, tokens: input.attachments }, t);
  await writeEvent({ subject: owner, event: 'requested', by: actor }, t);
  await writeAudit(
    {
      actor,
      action: 'correction.requested',
      targetKind: 'correction',
      targetId: request.id,
      target: `${name}（${licenceNo}）${spec.label}`,
    },
    t,
  );
  return request.id;
}

async function refuseSecond({ openKey, label }: { openKey: string; label: string }, t: Transaction): Promise<void> {
  const open = await CorrectionRequest.count({ where: { openKey }, transaction: t });
  if (open === 0) return;
  throw new AppError('duplicate', { message: `您对“${label}”的更正申请正在处理，可以撤回后重新提交` });
}

/** Counted under the lock of whoever asks, withdrawn ones too. */
async function limitRequests(asker: MemberId, t: Transaction): Promise<void> {
  const requestedAt = { [Op.gt]: clock.now() - DAY_MS };
  const where = { askerKind: asker.kind, askerId: asker.id, requestedAt };
  if ((await CorrectionRequest.count({ where, transaction: t })) < MAX_CORRECTIONS_A_DAY) return;
  throw new AppError('too_many_requests', {
    message: `一天最多提交${MAX_CORRECTIONS_A_DAY}项更正申请，请明天再提交，或直接联系协会`,
  });
}
