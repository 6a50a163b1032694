import type { MemberEvent } from '../../contract/notifications/enums.ts';
import { log } from '../../platform/log/log.ts';
import { select } from '../../platform/db/database.ts';
import { fitValue, sendSubscribeMessage } from '../../platform/wechat/send-subscribe-message.ts';
import { templateOf, type TemplateField } from '../../platform/wechat/templates.ts';
import { MATTERS } from './tell-by-wechat.ts';
import { WechatBinding } from './model.ts';

/** Words of five characters at most: what a phrase may have. */
const RESULTS: Record<MemberEvent, string> = {
  approved: '已出具',
  rejected: '未通过',
  paper_ready: '可领取',
  paper_mailed: '已寄出',
  paper_collected: '已领取',
  revoked: '已撤销',
  replaced: '已更正',
};

interface Told {
  event: MemberEvent;
  body: string;
  createdAt: number;
  applicationId: number;
  number: string;
  type: string;
}

/**
 * Sends what an inbox entry says to one WeChat. Throws while WeChat does not answer, so that the job is tried again;
 * anything else is noted and left: the inbox and the mail have told it already.
 */
export async function sendTold({
  bindingId,
  inboxEntryId,
}: {
  bindingId: number;
  inboxEntryId: number;
}): Promise<void> {
  const binding = await WechatBinding.findByPk(bindingId);
  const [told] = await select<Told>(
    `SELECT i.event, i.body, i.created_at AS createdAt, i.application_id AS applicationId, a.number, y.label AS type
     FROM inbox_entries i JOIN applications a ON a.id = i.application_id JOIN certificate_types y ON y.id = a.type_id
     WHERE i.id = ?`,
    [inboxEntryId],
  );
  const template = told && templateOf(MATTERS[told.event]);
  if (!binding || !told || !template) return;
  const answer = await sendSubscribeMessage({
    openid: binding.openid,
    templateId: template.id,
    page: `member/application/index?id=${told.applicationId}`,
    data: Object.fromEntries(template.fields.map(([key, field]) => [key, fitValue(key, valueOf(field, told))])),
  });
  if (answer.ok || answer.fault === 'not_allowed') return;
  const { fault, errcode, message } = answer;
  if (fault === 'unreachable' || fault === 'quota') throw new Error(`WeChat: ${fault} ${message}`);
  log.error({ fault, errcode, message, bindingId }, 'a subscribe message was refused');
}

function valueOf(field: TemplateField, told: Told): string {
  const beijing = new Date(told.createdAt + 8 * 3_600_000).toISOString();
  const values: Record<TemplateField, string> = {
    number: told.number,
    type: told.type,
    result: RESULTS[told.event],
    time: `${beijing.slice(0, 10)} ${beijing.slice(11, 16)}`,
    remark: told.body,
  };
  return values[field];
}
