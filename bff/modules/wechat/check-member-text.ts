import type { InSession, MemberActor } from '../../actor.ts';
import { maskIdentities } from '../../contract/text.ts';
import type { TextDoubt } from '../../contract/text-doubts.ts';
import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { log } from '../../platform/log/log.ts';
import { checkText } from '../../platform/wechat/check-text.ts';
import { expectNoBlockedWord } from '../settings/blocked-words.ts';
import { openidOfSession } from './openid-of-session.ts';

/**
 * Looks at what a member has written, before any transaction: words of the association's own list are refused, whoever
 * writes them; of who writes in the mini-program, WeChat is asked as well, which wants it so, and what it calls risky is
 * refused. Where it does not answer, the text passes, and the answer says what staff are to be told of it. Identity numbers
 * do not leave the house.
 * @param written.fields what was written, by the name of its field; '' is nothing
 * Throws `invalid_fields`.
 */
export async function checkMemberText(written: {
  actor: MemberActor & InSession;
  fields: Record<string, string>;
}): Promise<TextDoubt | null> {
  const { actor, fields } = written;
  await expectNoBlockedWord(fields);
  const content = maskIdentities(Object.values(fields).filter(Boolean).join('\n'));
  if (content === '') return null;
  const person = await openidOfSession({ actor });
  // WeChat knows nobody who uses a page in a browser.
  if (person === null || person.appid !== env.WECHAT_APPID) return null;
  const answer = await checkText({ openid: person.openid, content });
  if (answer.ok) {
    if (answer.value === 'risky') throw new AppError('invalid_fields', { fields: { [longestOf(fields)]: RISKY } });
    return answer.value === 'review' ? 'doubtful' : null;
  }
  // It does not look at what is written hours after the mini-program was opened: the own list has to do.
  if (answer.fault === 'not_seen' || answer.fault === 'not_configured') return null;
  log.warn({ fault: answer.fault, errcode: answer.errcode }, 'WeChat did not check what a member has written');
  return 'unchecked';
}
const RISKY = '内容没有通过微信的内容安全检查，请修改后再提交；确需说明的，请拨打服务热线';

/** Where a fault of the whole is shown. */
const longestOf = (fields: Record<string, string>): string =>
  Object.entries(fields).reduce((a, b) => (b[1].length > a[1].length ? b : a))[0];
