import type { MemberActor } from '../../actor.ts';
import type { RequestCorrectionParsed } from '../../contract/corrections/schemas.ts';
import { CorrectionRequest } from '../../modules/registry/corrections/correction-model.ts';
import { requestCorrection } from '../../modules/registry/corrections/request-correction.ts';
import { newKey } from './certificate.ts';

/** What a member says is wrong, made by the act itself: of a firm its address, unless said otherwise. */
export async function makeCorrection(
  actor: MemberActor,
  more: Partial<RequestCorrectionParsed> = {},
): Promise<CorrectionRequest> {
  const input: RequestCorrectionParsed = {
    field: 'address',
    wanted: '江海市滨江区新岸路1号',
    reason: '去年已迁入新址',
    attachments: [],
    idempotencyKey: newKey(),
    ...more,
  };
  const id = await requestCorrection({ actor, input });
  return CorrectionRequest.findByPk(id, { rejectOnEmpty: true });
}
