import type { Transaction } from 'sequelize';
import type { FirmActor, MemberActor } from '../../../actor.ts';
import { fieldChange } from '../../../contract/field-changes/enums.ts';
import type { OpenJoiningParsed } from '../../../contract/field-changes/schemas.ts';
import type { TextDoubt } from '../../../contract/text-doubts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { judgeAsked, keepCorrection, lockForAsking } from '../../registry/corrections/ask-correction.ts';
import { isJoiningOpen, joiningOf } from '../../registry/corrections/joinings.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { openOnce } from '../asking/open-once.ts';
import { writeTicket } from '../asking/open-ticket.ts';

/**
 * 转入: a firm asks for a lawyer who is not yet its own. Where name and number are one lawyer of the registry, staff find
 * the move beside the ticket, to be adopted; where they are nobody, or the firm has asked already, the ticket says it in
 * words alone. The firm reads the same in every case: it learns of nobody by asking. Throws `forbidden` for a lawyer,
 * `invalid_fields`, `too_many_requests`, `idempotency_conflict`. Answers the ticket's id.
 */
export async function openJoining({
  actor,
  input,
  doubt = null,
}: {
  actor: MemberActor;
  input: OpenJoiningParsed;
  doubt?: TextDoubt | null;
}): Promise<number> {
  if (actor.kind !== 'firm') {
    throw new AppError('forbidden', { message: '转入由律所申请；律师本人请申请“执业机构变更（转所）”' });
  }
  expectProven(input);
  return openOnce({ actor, input }, (asked, again, t) => open({ ...asked, actor, doubt }, again, t));
}

async function open(
  {
    actor,
    input,
    contentHash,
    doubt,
  }: { actor: FirmActor; input: OpenJoiningParsed; contentHash: string; doubt: TextDoubt | null },
  again: () => Promise<number | null>,
  t: Transaction,
): Promise<number> {
  const { name, licenceNo, on, reason, attachments, identityFiles, idempotencyKey } = input;
  const asked = await joiningOf(actor, input, t);
  if (asked) await lockForAsking({ actor, asked }, t);
  else await lockForWriting({ firmIds: [actor.firmId], lawyerIds: [] }, t);
  // The double tap that waited for that lock finds the first one here.
  const earlier = await again();
  if (earlier !== null) return earlier;
  const said = {
    category: 'transfer',
    title: `律师转入本所：${name}`,
    body: [`律师：${name}，执业证号${licenceNo}`, `执业证上的变更日期：${on}`, reason].join('\n'),
  } as const;
  const ticket = await writeTicket(
    { actor, input: { ...said, attachments, identityFiles, idempotencyKey }, contentHash, doubt },
    t,
  );
  if (asked && !(await isJoiningOpen(actor, asked, t))) {
    const judged = await judgeAsked({ actor, asked }, t);
    await keepCorrection({ actor, judged, ticket, idempotencyKey, contentHash }, t);
  }
  return ticket.id;
}

/** Throws `invalid_fields` before anything is looked for. */
function expectProven({ attachments, on }: OpenJoiningParsed): void {
  const { proof } = fieldChange('lawyer', 'transfer');
  const fields: Record<string, string> = {};
  if (on > clock.today()) fields['on'] = '转入日期不能晚于今天';
  if (proof !== null && attachments.length === 0) fields['attachments'] = `请上传${proof}，便于核对`;
  if (Object.keys(fields).length > 0) throw new AppError('invalid_fields', { fields });
}
