import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { correctionField, correctionWords, type CorrectionField } from '../../../contract/corrections/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { refuseStale } from '../facts/version.ts';
import { correctables, type IdentityRead } from './correctable.ts';
import type { CorrectionRequest } from './correction-model.ts';
import { lockSubject } from './lock-subject.ts';

/** How a request ends, and as what the log has it. */
const ENDS = {
  adopt: { state: 'adopted', action: 'correction.adopted' },
  settle: { state: 'adopted', action: 'correction.settled' },
  refuse: { state: 'refused', action: 'correction.refused' },
} as const;

/** What staff make of a request. `subjectVersion`: of the member's entry, as it was seen. */
export type CorrectionVerdict =
  { verdict: 'adopt'; subjectVersion: number; identity: IdentityRead | null } | { verdict: 'settle' | 'refuse' };

/** A new contact of an account that nobody has used (keep-contacts.ts). */
const WAITS_FOR_SECOND = '须另一位工作人员复核后生效';

/**
 * Adopts an open request that is locked, by the act of the registry page; or refuses it; or notes that staff have settled
 * it by hand. `ground` is why, for the log. Answers what is still to come of it, usually ''. Throws `changed_meanwhile`
 * when the member's entry is another one than was seen or than was asked on, `wrong_state` for what no act can carry out,
 * and what the act throws: then nothing has happened.
 */
export async function decideCorrection(
  decided: { actor: StaffActor; request: CorrectionRequest; decision: CorrectionVerdict; ground: string },
  t: Transaction,
): Promise<string> {
  const { actor, request, decision, ground } = decided;
  const { subjectKind, subjectId, askerKind, askerId, field, wanted } = request;
  const spec = correctionField(subjectKind, field);
  if (!spec) throw new Error(`request ${request.id} is about ${field}, which no ${subjectKind} has`);
  const subject = { kind: subjectKind, id: subjectId };
  await lockSubject({ subject, asker: { kind: askerKind, id: askerId }, field, wanted }, t);
  const before = await correctables.answer[subjectKind].read(subjectId, t);
  let rest = '';
  if (decision.verdict === 'adopt') {
    refuseStale(before, decision.subjectVersion);
    rest = await carryOut({ actor, request, spec, identity: decision.identity, ground }, t);
  }
  const { state, action } = ENDS[decision.verdict];
  await request.update(
    { state, openKey: null, endedByName: actor.name, endedAt: clock.now(), version: request.version + 1 },
    { transaction: t },
  );
  const target = `${before.name}（${before.licenceNo}）${spec.label}`;
  const line = { action, targetKind: 'correction', targetId: request.id, target } as const;
  await writeAudit({ actor, ...line, detail: ground }, t);
  return rest;
}

/** Writes the wanted value; answers what staff have to add, usually nothing. The subject is locked. */
async function carryOut(
  carried: {
    actor: StaffActor;
    request: CorrectionRequest;
    spec: CorrectionField;
    identity: IdentityRead | null;
    ground: string;
  },
  t: Transaction,
): Promise<string> {
  const { actor, request, spec, identity, ground } = carried;
  const { subjectKind, subjectId: id, field, present, wanted } = request;
  if (spec.input === 'words') {
    throw new AppError('wrong_state', { message: `${spec.label}须在登记页面办理，办理后结案` });
  }
  const correctable = correctables.answer[subjectKind];
  const valueNow = async () => (await correctable.read(id, t)).registered[field] ?? '';
  const now = await valueNow();
  if (now !== present) {
    const words = (value: string) => correctionWords(spec.input, value) || '空';
    throw new AppError('changed_meanwhile', {
      message: `登记内容已变化：申请时为“${words(present)}”，现为“${words(now)}”。请核对后结案或不采纳`,
    });
  }
  await correctable.carryOut({ actor, id, field, wanted, identity, ground }, t);
  const isContact = field === 'phone' || field === 'email';
  return isContact && (await valueNow()) !== wanted ? WAITS_FOR_SECOND : '';
}
