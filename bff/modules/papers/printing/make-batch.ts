import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { PermanentFailure } from '../../../platform/jobs/permanent-failure.ts';
import { layOutCopies } from '../../../platform/pdf/lay-out-copies.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { printMarks } from '../../../templates/copy-mark/print-marks.ts';
import { readIssuedFile } from '../../certificates/issued/read-issued-file.ts';
import { PrintBatch } from '../model.ts';

const batchCopyRow = z.strictObject({
  serial: z.string(),
  place: z.int(),
  certificateId: z.int(),
});

/**
 * Makes the file of a print batch: the pages of each issued file, once per copy, each with its own serial; the issued
 * files stay as they are; what was voided meanwhile is left out. Progress is noted after each certificate. It may run again: a batch that is made is left
 * alone, and its key holds the hash of the bytes. Fails for good when nothing of it is valid any more.
 */
export async function makeBatch(batchId: number, signal?: AbortSignal): Promise<void> {
  const batch = await PrintBatch.findByPk(batchId, { rejectOnEmpty: true });
  if (batch.state === 'made') return;
  const copies = await select(
    batchCopyRow,
    `SELECT k.serial, k.position AS place, p.certificate_id AS certificateId FROM print_batch_copies b
       JOIN paper_copies k ON k.id = b.copy_id JOIN paper_orders p ON p.id = k.order_id
     WHERE b.batch_id = ? AND k.state = 'valid' ORDER BY b.position`,
    [batchId],
  );
  if (copies.length === 0) throw new PermanentFailure('本批次的纸质证明均已作废');
  const marks = await printMarks(copies.map(({ serial, place }) => ({ serial, position: String(place) })));
  const layout = layOutCopies(marks, `纸质证明打印批次 ${batchId}`);
  let done = 0;
  for (const [certificateId, group] of Map.groupBy(copies, (copy) => copy.certificateId)) {
    signal?.throwIfAborted();
    const { bytes } = await readIssuedFile(certificateId);
    const first = done;
    layout.add(
      bytes,
      group.map((_, index) => first + index),
    );
    done += group.length;
    await PrintBatch.update({ done }, { where: { id: batchId } });
  }
  const pdf = layout.finish();
  const hash = sha256(pdf).slice(0, 16);
  const storageKey = `print-batches/${batchId}-${hash}.pdf`;
  await storage.put(storageKey, pdf);
  await PrintBatch.update(
    { state: 'made', storageKey, pages: layout.pages(), madeAt: clock.now() },
    { where: { id: batchId, storageKey: null } },
  );
}

/** The last attempt failed: staff see it and order the batch anew. */
export async function markBatchFailed(batchId: number, t: Transaction): Promise<void> {
  await PrintBatch.update({ state: 'failed' }, { where: { id: batchId, storageKey: null }, transaction: t });
}
