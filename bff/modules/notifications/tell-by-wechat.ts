import type { Transaction } from 'sequelize';
import { toShanghaiMinute } from '../../contract/dates.ts';
import type { TemplateMatter } from '../../contract/notifications/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { templateOf } from '../../platform/wechat/templates.ts';
import type { SubjectRef } from '../../subject.ts';
import { wechatLater } from '../outbox/wechat-later.ts';
import { miniProgramsOf } from '../wechat/mini-programs-of.ts';

/** The fields of a subscribe message that the inbox does not have already. */
export interface WechatWords {
  matter: TemplateMatter;
  number: string;
  type: string;
  /** Five characters at most. */
  result: string;
}

/**
 * Has a member told by WeChat as well, everybody whose mini-program is bound to the account: a message each, written in
 * the transaction of the inbox entry, so that an outage of WeChat loses nothing. Who has not allowed it is not bothered.
 */
export async function tellByWechat(
  told: {
    words: WechatWords;
    /** The sentence of the inbox entry. */
    remark: string;
    member: { kind: SubjectKind; id: number };
    /** The page of the member client that a tap opens. */
    page: string;
    subject: SubjectRef<keyof Timelines> | null;
    /** Absent: at once. */
    sentFrom?: number | undefined;
  },
  t: Transaction,
): Promise<void> {
  const { words, remark, member, page, subject, sentFrom } = told;
  const { matter, number, type, result } = words;
  if (!templateOf(matter)) return;
  const fields = { number, type, result, time: toShanghaiMinute(clock.now()), remark };
  for (const { id: bindingId, openid } of await miniProgramsOf(member, t)) {
    await wechatLater({ openid, bindingId, matter, fields, page: miniProgramPage(page), subject, sentFrom }, t);
  }
}

/** Pages of members lie in one subpackage, but for these. */
const ELSEWHERE: Readonly<Record<string, string>> = { chat: 'desk' };

/** `application?id=5` → `member/application/index?id=5`. */
function miniProgramPage(page: string): string {
  const [name = '', query = ''] = page.split('?');
  return `${ELSEWHERE[name] ?? 'member'}/${name}/index?${query}`;
}
