import { memberIdOf, type MemberActor } from '../../../actor.ts';
import type { CorrectableReply } from '../../../contract/corrections/endpoints.ts';
import {
  CORRECTION_FIELDS,
  correctionWords,
  type CorrectionField,
  type CorrectionFieldKey,
} from '../../../contract/corrections/enums.ts';
import { correctables } from './correctable.ts';
import { CorrectionRequest } from './correction-model.ts';
import { subjectOf } from './subject-of.ts';

/** What the actor may say is wrong: of itself every entry, of one of its lawyers what 律师列表 shows. Throws `not_found`. */
export async function showCorrectable({
  actor,
  lawyerId,
}: {
  actor: MemberActor;
  lawyerId?: number | undefined;
}): Promise<CorrectableReply> {
  const subject = await subjectOf(actor, lawyerId);
  const asker = memberIdOf(actor);
  const { name, licenceNo, registered } = await correctables.answer[subject.kind].read(subject.id);
  const open = await CorrectionRequest.findAll({
    where: {
      subjectKind: subject.kind,
      subjectId: subject.id,
      state: 'open',
      askerKind: asker.kind,
      askerId: asker.id,
    },
    attributes: ['ticketId', 'field'],
  });
  const fields = Object.entries(CORRECTION_FIELDS[subject.kind]) as [CorrectionFieldKey, CorrectionField][];
  return {
    subject: { kind: subject.kind, name, licenceNo },
    fields: fields
      .filter(([, { isClaimable }]) => lawyerId === undefined || isClaimable)
      .map(([field, { label, input }]) => ({
        field,
        label,
        input,
        present: correctionWords(input, registered[field] ?? ''),
        openTicketId: open.find((request) => request.field === field)?.ticketId ?? null,
      })),
  };
}
