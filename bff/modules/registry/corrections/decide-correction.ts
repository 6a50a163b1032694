import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import {
  correctionField,
  correctionWords,
  type CorrectionEvent,
  type CorrectionField,
} from '../../../contract/corrections/enums.ts';
import type { CorrectionDecision } from '../../../contract/corrections/schemas.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofCorrection } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { readContact } from '../contacts/read-member-contact.ts';
import { refuseStale } from '../facts/version.ts';
import { correctables } from './correctable.ts';
import type { CorrectionRequest } from './correction-model.ts';
import { lockSubject } from './lock-subject.ts';
import { isClaim, loadOpenCorrection } from './policy.ts';

/** How a decision is told. */
const OUTCOMES = {
  adopt: { state: 'adopted', event: 'adopted', result: '已采纳，登记信息已更正' },
  settle: { state: 'adopted', event: 'settled', result: '协会已办理' },
  refuse: { state: 'refused', event: 'refused', result: '未采纳，登记信息不变' },
} as const satisfies Record<
  CorrectionDecision['verdict'],
  { state: CorrectionRequest['state']; event: CorrectionEvent; result: string }
>;
/** A new contact of an account that nobody has used (keep-contacts.ts). */
const WAITS_FOR_SECOND = '须另一位工作人员复核后生效';

/**
 * Adopts a request, by the act of the registry page and in its transaction; or refuses it; or notes that staff have
 * settled it by hand. Whoever asked is told. Throws `not_found`, `already_decided`, `changed_meanwhile` when the request
 * or the entry is another one than was seen, `wrong_state` for what no act can carry out, and what the act throws: then
 * nothing has happened.
 */
export async function decideCorrection(decided: {
  actor: StaffActor;
  id: number;
  decision: CorrectionDecision;
}): Promise<void> {
  const { actor, id, decision } = decided;
  await transaction(async (t) => {
    const request = await loadOpenCorrection(actor, id, t);
    refuseStale(request, decision.version);
    const { subjectKind, subjectId, askerKind, askerId, field } = request;
    const spec = correctionField(subjectKind, field);
    if (!spec) throw new Error(`request ${id} is about ${field}, which no ${subjectKind} has`);
    await lockSubject({ kind: subjectKind, id: subjectId }, { kind: askerKind, id: askerId }, t);
    const before = await correctables.answer[subjectKind].read(subjectId, t);
    const opinion = decision.verdict === 'adopt' ? await carryOut({ actor, request, spec }, t) : decision.opinion;
    const { state, event, result } = OUTCOMES[decision.verdict];
    await request.update(
      {
        state,
        opinion,
        openKey: null,
        endedByName: actor.name,
        endedAt: clock.now(),
        version: request.version + 1,
      },
      { transaction: t },
    );
    await writeEvent({ subject: ofCorrection(id), event, by: actor, note: opinion }, t);
    await writeAudit(
      {
        actor,
        action: `correction.${event}`,
        targetKind: 'correction',
        targetId: id,
        target: `${before.name}（${before.licenceNo}）${spec.label}`,
        detail: [`${request.askerName}第${id}号更正申请`, opinion].filter(Boolean).join('：'),
      },
      t,
    );
    const what = isClaim(request) ? `${before.name}的${spec.label}` : spec.label;
    await tellAsker({ request, what, result, opinion }, t);
  });
}

/** Writes the wanted value; answers what staff have to add, usually nothing. The subject is locked. */
async function carryOut(
  { actor, request, spec }: { actor: StaffActor; request: CorrectionRequest; spec: CorrectionField },
  t: Transaction,
): Promise<string> {
  const { subjectKind, subjectId: id, field, present, wanted } = request;
  if (spec.input === 'words') {
    throw new AppError('wrong_state', { message: `${spec.label}须在登记页面办理，办理后填写处理意见结案` });
  }
  const correctable = correctables.answer[subjectKind];
  const valueNow = async () => (await correctable.read(id, t)).registered[field] ?? '';
  const now = await valueNow();
  if (now !== present) {
    const words = (value: string) => correctionWords(spec.input, value) || '空';
    throw new AppError('changed_meanwhile', {
      message: `登记内容已变化：申请时为“${words(present)}”，现为“${words(now)}”。请核对后填写意见结案`,
    });
  }
  await correctable.carryOut({ actor, id, field, wanted }, t);
  return (await valueNow()) === wanted ? '' : WAITS_FOR_SECOND;
}

async function tellAsker(
  { request, what, result, opinion }: { request: CorrectionRequest; what: string; result: string; opinion: string },
  t: Transaction,
): Promise<void> {
  const { id: requestId, askerKind, askerId, askerName, accountId } = request;
  const member = askerKind === 'firm' ? { firmId: askerId, lawyerId: null } : { firmId: null, lawyerId: askerId };
  const { email } = await readContact(member, t);
  const asker = { kind: askerKind, id: askerId };
  await publish('correction.decided', { requestId, asker, accountId, askerName, email, what, result, opinion }, t);
}
