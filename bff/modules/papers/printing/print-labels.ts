import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { printLabels as print } from '../../../templates/address-labels/print-labels.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { PaperOrder } from '../model.ts';

/** Address labels of the chosen orders that are mailed. Throws `wrong_state` when none of them is. */
export async function printLabels(sheet: { actor: StaffActor; orderIds: number[]; skip: number }): Promise<Buffer> {
  const { actor, orderIds, skip } = sheet;
  const { association } = await readSettings();
  const found = await PaperOrder.findAll({ where: { id: orderIds, pickup: 'mail' } });
  if (found.length === 0) throw new AppError('wrong_state', { message: '所选中没有需要邮寄的' });
  const byId = new Map(found.map((order) => [order.id, order]));
  const orders = orderIds.flatMap((id) => byId.get(id) ?? []);
  const labels = orders.map(({ recipient, phone, address, number, copies }) => ({
    recipient,
    phone,
    address,
    sender: association,
    number,
    copies: String(copies),
  }));
  const pdf = await print({ labels, skip }, { creationTime: clock.now() });
  await transaction((t) =>
    writeAudit(
      {
        actor,
        action: 'paper.labels-printed',
        targetKind: 'paper',
        targetId: orders[0]?.id ?? 0,
        target: orders.map(({ number }) => number).join('、'),
        detail: `${orders.length} 张`,
      },
      t,
    ),
  );
  return pdf;
}
