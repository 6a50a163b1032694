import { memberIdOf, type MemberActor } from '../../actor.ts';
import { fieldChange } from '../../contract/field-changes/enums.ts';
import type { OpenFieldChangeParsed } from '../../contract/field-changes/schemas.ts';
import { uploadFile } from '../../modules/files/upload-file.ts';
import { CorrectionRequest } from '../../modules/registry/corrections/correction-model.ts';
import { openFieldChange } from '../../modules/tickets/field-changes/open-field-change.ts';
import { PNG } from '../files.ts';
import { newKey } from './certificate.ts';

/**
 * What a member says is wrong, in the ticket that asks for it, with the proof that it needs: of a firm its address, unless
 * said otherwise.
 */
export async function makeCorrection(
  actor: MemberActor,
  more: Partial<OpenFieldChangeParsed> = {},
): Promise<CorrectionRequest> {
  const { field = 'address', lawyerId } = more;
  const { proof } = fieldChange(lawyerId === undefined ? memberIdOf(actor).kind : 'lawyer', field);
  const proofs = async () => [(await uploadFile({ actor, name: '执业证.png', bytes: PNG })).token];
  const input: OpenFieldChangeParsed = {
    field,
    wanted: '江海市滨江区新岸路1号',
    reason: '去年已迁入新址',
    attachments: proof === null || more.attachments ? [] : await proofs(),
    idempotencyKey: newKey(),
    ...more,
  };
  const ticketId = await openFieldChange({ actor, input });
  return CorrectionRequest.findOne({ where: { ticketId }, rejectOnEmpty: true });
}
