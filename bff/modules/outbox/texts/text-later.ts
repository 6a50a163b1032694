import type { Transaction } from 'sequelize';
import type { TextTemplate } from '../../../contract/notifications/enums.ts';
import { encrypt } from '../../../platform/crypto/encryption.ts';
import type { TextBudget } from '../model.ts';
import { secretContext } from '../send-later.ts';
import { queueMessage } from '../write-message.ts';

/** A text to a telephone. */
export interface OutgoingText {
  /** Eleven digits. */
  number: string;
  template: TextTemplate;
  /** Whose budget it uses up; a code's is taken by `takeText` before. */
  budget: TextBudget;
  /** `minutes` for which a code is good, `what` a notice says, `what` is cancelled that was to begin `when`, or ends then. */
  params: { minutes: string } | { what: string } | { what: string; when: string };
  /** It is encrypted while it waits, and gone afterwards. */
  code?: string;
}

/** Writes a text and its job in the transaction of what it is about: sent if and only if that is committed. */
export async function textLater(
  { number, template, budget, params, code }: OutgoingText,
  t: Transaction,
): Promise<void> {
  const message = await queueMessage(
    { channel: 'sms', recipient: number, template, textBudget: budget, data: params },
    t,
  );
  if (code === undefined) return;
  await message.update({ secret: encrypt(JSON.stringify({ code }), secretContext(message.id)) }, { transaction: t });
}
