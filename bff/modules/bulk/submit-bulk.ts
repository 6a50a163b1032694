import type { Transaction } from 'sequelize';
import { contentHashOf, submitOnce } from '../../platform/db/submit-once.ts';
import { isForBulk } from '../../contract/bulk/enums.ts';
import type { ApplicationContentParsed } from '../../contract/certificates/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { FirmActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { expectEligible, findTypeFor } from '../certificates/types/find-type.ts';
import type { PaperPrices } from '../../contract/papers/fees.ts';
import { readRoster } from '../registry/facts/read-registry-facts.ts';
import { readSettings } from '../settings/read-settings.ts';
import { limitBulk } from './limit-bulk.ts';
import { BulkItem, BulkOrder } from './model.ts';

export interface BulkSubmission {
  actor: FirmActor;
  content: ApplicationContentParsed;
  idempotencyKey: string;
}

/**
 * Takes a bulk application: the order and an item per lawyer, and the job that submits them one by one. The same key
 * with the same content gives the same order. Throws `too_many_requests`, `idempotency_conflict`, and `invalid_fields` for a type that is
 * not asked for by lawyer and for foreign lawyers. Returns the order's id.
 */
export async function submitBulk(submission: BulkSubmission): Promise<number> {
  // Read before the transaction: within it, a second connection could be waited for in vain.
  const prices = await readSettings();
  const { actor, content, idempotencyKey } = submission;
  return submitOnce({
    contentHash: contentHashOf(content),
    find: (transaction) =>
      BulkOrder.findOne({
        where: { accountId: actor.accountId, idempotencyKey },
        attributes: ['id', 'contentHash'],
        transaction,
      }),
    submit: (t) => take(submission, prices, t),
  });
}

type Limits = PaperPrices & { bulkLawyersPerHour: number };

async function take(submission: BulkSubmission, prices: Limits, t: Transaction): Promise<number> {
  const { actor, idempotencyKey } = submission;
  const { lawyerIds = [], ...content } = submission.content;
  const type = await findTypeFor(actor, content.type, t);
  refuse(!isForBulk(type.asks), 'type', '该类证明不能批量申请，请选择其他证明类型或单独申请');
  await expectEligible(actor, type, t);
  const own = new Set(await readRoster(actor.firmId, t));
  refuse(!lawyerIds.every((id) => own.has(id)), 'lawyerIds', '所选律师中有非本所在册律师，请重新选择');
  const asked = { accountId: actor.accountId, lawyers: lawyerIds.length, limit: prices.bulkLawyersPerHour };
  await limitBulk(asked, t);
  const order = await BulkOrder.create(
    {
      firmId: actor.firmId,
      accountId: actor.accountId,
      accountName: actor.name,
      address: actor.address,
      typeId: type.id,
      idempotencyKey,
      contentHash: contentHashOf(submission.content),
      content,
      total: lawyerIds.length,
      copyFeeFen: prices.copyFeeFen,
      postageFen: prices.postageFen,
      createdAt: clock.now(),
      finishedAt: null,
    },
    { transaction: t },
  );
  await BulkItem.bulkCreate(
    lawyerIds.map((lawyerId, position) => ({
      orderId: order.id,
      lawyerId,
      position,
      state: 'waiting' as const,
      applicationId: null,
      reason: '',
    })),
    { transaction: t },
  );
  await enqueue('run-bulk-order', { bulkOrderId: order.id }, { t, dedupeKey: `bulk:${order.id}` });
  await writeAudit(
    {
      actor,
      action: 'bulk.submitted',
      targetKind: 'bulk',
      targetId: order.id,
      target: type.label,
      detail: `${order.total} 名律师`,
    },
    t,
  );
  return order.id;
}

function refuse(isFault: boolean, field: string, message: string): void {
  if (isFault) throw new AppError('invalid_fields', { fields: { [field]: message } });
}
