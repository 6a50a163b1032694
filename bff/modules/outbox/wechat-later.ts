import type { Transaction } from 'sequelize';
import type { TemplateMatter } from '../../contract/notifications/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { TemplateField } from '../../platform/wechat/templates.ts';
import type { SubjectRef } from '../../subject.ts';
import { Message } from './model.ts';
import { queueMessage } from './write-message.ts';

/** A subscribe message to one WeChat. */
export interface OutgoingWechat {
  openid: string;
  /** The binding by which this person is told for the account: with it ends what waits. */
  bindingId: number;
  matter: TemplateMatter;
  fields: Record<TemplateField, string>;
  /** The page of the mini-program that a tap opens. */
  page: string;
  subject: SubjectRef<keyof Timelines> | null;
  /** Absent: at once. */
  sentFrom?: number | undefined;
}

/** Writes a subscribe message and its job in the transaction of what it tells about. */
export async function wechatLater(message: OutgoingWechat, t: Transaction): Promise<void> {
  const { openid, bindingId, matter, fields, page, subject, sentFrom } = message;
  await queueMessage(
    {
      channel: 'wechat',
      recipient: openid,
      template: `wechat_${matter}`,
      data: { ...fields, page, binding: String(bindingId) },
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
    },
    t,
    sentFrom,
  );
}

/** A binding has ended: what still waits for its WeChat is not sent. */
export async function dropWechat({ openid, bindingId }: { openid: string; bindingId: number }, t: Transaction) {
  const where = { recipient: openid, channel: 'wechat', state: 'waiting' } as const;
  for (const message of await Message.findAll({ where, transaction: t, lock: t.LOCK.UPDATE })) {
    if (message.data['binding'] !== String(bindingId)) continue;
    await message.update({ state: 'refused', lastError: '微信绑定已解除' }, { transaction: t });
  }
}
