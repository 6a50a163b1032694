import { askAs } from './access-token.ts';
import { failed, type WechatAnswer } from './answer.ts';

/** What WeChat thinks of a text; `review`: a person should look at it. */
export type TextVerdict = 'pass' | 'review' | 'risky';
const VERDICTS: readonly string[] = ['pass', 'review', 'risky'] satisfies TextVerdict[];

/** Characters that one check takes. */
const MAX_CHARACTERS = 2_500;
/** Scene 评论: what is said in answer to something, of 资料 1, 评论 2, 论坛 3, 社交日志 4. */
const COMMENT = 2;

/**
 * Has WeChat look at a text that somebody wrote in the mini-program (「文本内容安全识别」, version 2); longer ones are looked
 * at up to its limit. `not_seen`: who wrote it has not opened the mini-program for two hours.
 */
export async function checkText(written: { openid: string; content: string }): Promise<WechatAnswer<TextVerdict>> {
  const content = [...written.content].slice(0, MAX_CHARACTERS).join('');
  const body = { version: 2, scene: COMMENT, openid: written.openid, content };
  const answer = await askAs<{ result?: { suggest?: string } }>('mini-program', '/wxa/msg_sec_check', body);
  if (!answer.ok) return answer;
  const suggest = answer.value.result?.suggest ?? '';
  if (!VERDICTS.includes(suggest)) return failed('unreachable', 'no verdict');
  return { ok: true, value: suggest as TextVerdict };
}
