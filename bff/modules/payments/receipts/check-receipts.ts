import { Op } from 'sequelize';
import { Receipt } from '../model.ts';
import { confirmReceipt } from './receipt-evidence.ts';

const BATCH = 100;

/** Compares every receipt with its file, the log and the payment behind it; answers those that differ, in words. */
export async function checkReceipts(signal: AbortSignal): Promise<{ number: string; fault: string }[]> {
  const faults: { number: string; fault: string }[] = [];
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const batch = await Receipt.findAll({ where: { id: { [Op.gt]: after } }, order: ['id'], limit: BATCH });
    for (const receipt of batch) {
      const confirmed = await confirmReceipt(receipt);
      if ('fault' in confirmed) faults.push({ number: receipt.number, fault: confirmed.fault });
    }
    const last = batch.at(-1);
    if (!last) return faults;
    after = last.id;
  }
}
