import { isForBulk } from '../../contract/bulk/enums.ts';
import type { BulkPreCheck } from '../../contract/bulk/replies.ts';
import { AppError } from '../../errors.ts';
import type { FirmActor } from '../../actor.ts';
import type { AnsweredForm } from '../certificates/facts/answers.ts';
import { preCheckEach } from '../certificates/pre-check/pre-check-each.ts';
import { findTypeFor } from '../certificates/types/find-type.ts';

/**
 * What would become of a bulk application if it were submitted now; writes nothing. Throws `too_many_requests`, and
 * `invalid_fields` for a type that is not asked for by lawyer and for foreign lawyers.
 */
export async function preCheckBulk({ actor, form }: { actor: FirmActor; form: AnsweredForm }): Promise<BulkPreCheck> {
  const type = await findTypeFor(actor, form.type);
  if (!isForBulk(type.asks)) {
    const message = '该类证明不能批量申请，请选择其他证明类型或单独申请';
    throw new AppError('invalid_fields', { fields: { type: message } });
  }
  return preCheckEach({ actor, type, form });
}
