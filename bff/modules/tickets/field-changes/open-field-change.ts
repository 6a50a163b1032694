import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { fieldChange } from '../../../contract/field-changes/enums.ts';
import type { OpenFieldChangeParsed } from '../../../contract/field-changes/schemas.ts';
import type { TextDoubt } from '../../../contract/text-doubts.ts';
import { MAX_TICKET_TITLE } from '../../../contract/tickets/limits.ts';
import { AppError } from '../../../errors.ts';
import {
  judgeAsked,
  keepCorrection,
  lockForAsking,
  type JudgedCorrection,
} from '../../registry/corrections/ask-correction.ts';
import { openOnce } from '../asking/open-once.ts';
import { writeTicket } from '../asking/open-ticket.ts';

/**
 * Opens a ticket that asks for another value of the registry, and keeps what it asks: while nobody has decided it, letters
 * about it wait for a person. The same key with the same content is one ticket. Throws `not_found`, `invalid_fields`,
 * `duplicate` while a ticket about the same is open, `too_many_requests`, `idempotency_conflict`. Answers its id.
 */
export async function openFieldChange(asked: {
  actor: MemberActor;
  input: OpenFieldChangeParsed;
  doubt?: TextDoubt | null;
}): Promise<number> {
  return openOnce(asked, (submitted, again, t) => open({ ...submitted, doubt: asked.doubt ?? null }, again, t));
}

async function open(
  {
    actor,
    input,
    contentHash,
    doubt,
  }: { actor: MemberActor; input: OpenFieldChangeParsed; contentHash: string; doubt: TextDoubt | null },
  again: () => Promise<number | null>,
  t: Transaction,
): Promise<number> {
  await lockForAsking({ actor, asked: input }, t);
  // The double tap that waited for that lock finds the first one here.
  const earlier = await again();
  if (earlier !== null) return earlier;
  const judged = await judgeAsked({ actor, asked: input }, t);
  const { category, proof } = fieldChange(judged.subject.kind, judged.field);
  const { attachments, identityFiles, idempotencyKey, reason: body } = input;
  if (proof !== null && attachments.length === 0) {
    throw new AppError('invalid_fields', { fields: { attachments: `请上传${proof}，便于核对` } });
  }
  const content = { category, title: titleOf(judged), body, attachments, identityFiles, idempotencyKey };
  const ticket = await writeTicket({ actor, input: content, contentHash, doubt }, t);
  await keepCorrection({ actor, judged, ticket, idempotencyKey, contentHash }, t);
  return ticket.id;
}

/** 更正姓名; 执业机构变更（转所）; of a firm about one of its lawyers: 林知远：更正姓名. */
function titleOf({ subject, isClaim, field, spec }: JudgedCorrection): string {
  const what = field === 'transfer' ? spec.label : `更正${spec.label}`;
  return [...(isClaim ? `${subject.name}：${what}` : what)].slice(0, MAX_TICKET_TITLE).join('');
}
