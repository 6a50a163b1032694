import { describe, expect, test } from '@jest/globals';
import { HOLD_HOURS } from '../../bff/contract/accounts/holds.ts';
import { ACTIVATION_DAYS, CONTACT_HOLD_DAYS } from '../../bff/contract/activation/enums.ts';
import { REMINDER_STEPS } from '../../bff/contract/campaigns/enums.ts';
import * as chat from '../../bff/contract/chat/limits.ts';
import { HOUR_MS } from '../../bff/contract/dates.ts';
import { MAX_DIRECT_ROWS, MAX_EXPORT_ROWS } from '../../bff/contract/exports/enums.ts';
import { MAX_WAIT_SECONDS } from '../../bff/contract/files/limits.ts';
import { MAX_RUN_ROWS } from '../../bff/contract/imports/enums.ts';
import { EXPIRY_WARNINGS } from '../../bff/contract/operations/enums.ts';
import { RATING_DAYS } from '../../bff/contract/ratings/limits.ts';
import { IDENTITY_CHECKS_A_DAY } from '../../bff/contract/registry/enums.ts';
import { DOWNLOAD_HOURS, DOWNLOADS, DOWNLOADS_IN_DAYS } from '../../bff/contract/rights/enums.ts';
import { MESSAGES_A_DAY } from '../../bff/contract/roster-messages/enums.ts';
import { ESCALATIONS } from '../../bff/contract/ticket-clocks/enums.ts';
import { UNMERGE_DAYS } from '../../bff/contract/ticket-desk/limits.ts';
import * as ticketFiles from '../../bff/contract/ticket-files/limits.ts';
import * as tickets from '../../bff/contract/tickets/limits.ts';
import { CHANGE_HOURS } from '../../bff/contract/two-person/enums.ts';
import { constantIn, ratesIn, ratesOfServer, rateSaid, read } from './figures.ts';

/** The figures that README.md and operations.md give are those of the code. */

const README = read('README.md');
const OPERATIONS = read('docs/operations.md');

/** Limit of the server → the row of README's table in which it stands, and its words there. */
const LIMITS: Readonly<Record<string, readonly [row: string, words: string]>> = {
  'activation-texts-login': ['首次开通', '每小时10次验证码'],
  'activation-texts-network': ['短信', '每小时120次'],
  activations: ['首次开通', '每小时120次'],
  'release-codes': ['启用全部服务', '每天10次'],
  'texts-by-strangers': ['短信', '陌生人能引起的每天1条'],
  'reset-requests-address': ['找回密码', '每小时120次'],
  'reset-requests-login': ['找回密码', '每小时5次'],
  'reset-requests-account': ['找回密码', '每小时5次'],
  'resets-address': ['找回密码', '每小时120次'],
  'resets-login': ['找回密码', '输码每小时10次'],
  'member-resets': ['工作人员代办重设', '每天3次'],
  'pre-check': ['预检、预览', '预检每10分钟120次'],
  preview: ['预检、预览', '预览每10分钟60次'],
  'page-picture': ['预检、预览', '在页面上看证明每10分钟120页'],
  'wording-preview': ['预检、预览', '试排正文每10分钟600次'],
  mail: ['发送证明到邮箱', '每小时20次'],
  'email-codes': ['确认邮箱、手机号', '验证码每小时各5次'],
  'phone-codes': ['确认邮箱、手机号', '验证码每小时各5次'],
  'photo-upload': ['证件照片', '上传每10分钟20次'],
  'photo-crop': ['证件照片', '裁剪每10分钟40次'],
  'start-payment': ['发起支付', '每10分钟30次'],
  'hall-digits': ['大屏签到码的数字', '每10分钟8次'],
  'calendar-reads': ['日历订阅', '每个订阅每分钟读取6次'],
  upload: ['工单', '上传每10分钟40份'],
  socket: ['在线咨询', '每分钟600次连接'],
  'help-codes-number': ['求助（未登录）', '每小时5次验证码'],
  'help-codes-all': ['求助（未登录）', '全部合计每小时600条'],
  'help-codes-address': ['求助（未登录）', '验证码每小时120次'],
  'help-asks-address': ['求助（未登录）', '求助每小时20份'],
  'help-asks-asker': ['求助（未登录）', '为同一账号每天3份'],
  'help-asks-account': ['求助（未登录）', '每个账号每天合计12份'],
  verify: ['核验码、分享口令、抽签和日历地址错误', '10分钟30次'],
  'verify-copy': ['核验码、分享口令、抽签和日历地址错误', '10分钟30次'],
  'verify-file': ['核验码、分享口令、抽签和日历地址错误', '文件10分钟300次'],
  share: ['核验码、分享口令、抽签和日历地址错误', '10分钟30次'],
  draw: ['核验码、分享口令、抽签和日历地址错误', '10分钟30次'],
  calendar: ['核验码、分享口令、抽签和日历地址错误', '10分钟30次'],
  'draw-reads': ['抽签核验', '每分钟120次'],
  'mail-stops': ['停止接收邮件的页面', '10分钟120次'],
  'page-signature': ['微信里的分享卡片', '10分钟300次'],
  'mini-program-link': ['打开小程序的链接', '10分钟30次'],
  'mini-program-link-new': ['打开小程序的链接', '每天10万个'],
  'wechat-code': ['微信登录', '每分钟60次'],
  'wechat-starts': ['微信登录', '每10分钟开始授权120次'],
  'oidc-code': ['会员中心登录', '每分钟60次'],
  'oidc-starts': ['会员中心登录', '每10分钟开始授权120次'],
};
const rowOf = (label: string) => README.split('\n').find((line) => line.startsWith(`| ${label} `)) ?? '';

describe('README.md', () => {
  const rates = ratesOfServer();

  test('has a row for every limit of the server and for no other', () => {
    expect([...rates.keys()].sort()).toEqual(Object.keys(LIMITS).sort());
  });

  test.each(Object.entries(LIMITS))('says of %s what the server does', (name, [row, words]) => {
    expect(rowOf(row)).toContain(words);
    expect(rateSaid(words)).toEqual(rates.get(name));
  });

  test('control: another limit, another window and words without a figure are noticed', () => {
    const [[, rate] = []] = ratesIn(
      "const WINDOW = 10 * 60_000; const a = { name: 'a', limit: 60, windowMs: WINDOW };",
    );
    expect(rate).toEqual(rateSaid('每10分钟60次'));
    expect(rate).not.toEqual(rateSaid('每10分钟61次'));
    expect(rate).not.toEqual(rateSaid('每小时60次'));
    expect(() => rateSaid('同密码')).toThrow('no rate');
  });
});

const MB = 1024 * 1024;
const minutes = (file: string, name: string) => constantIn(file, name) / 60_000;
const seconds = (file: string, name: string) => constantIn(file, name) / 1_000;
const settings = (key: string) => {
  const value = new RegExp(`\\n  ${key}: ([\\d_]+),`).exec(read('bff/modules/settings/read-settings.ts'))?.[1];
  if (value === undefined) throw new Error(`${key} has no default`);
  return Number(value.replaceAll('_', ''));
};
const percents = ESCALATIONS.map(({ percent }) => percent);
const days = Object.values(REMINDER_STEPS).filter((day) => day > 0);
const drain = (name: string) => seconds('bff/http/drain.ts', name);
const CHATS = 'bff/modules/chat/watching/watch-chats.ts';
const LOCKOUT = 'bff/modules/sign-in/lockout.ts';
const RUN_JOB = 'bff/platform/jobs/run-job.ts';

/** Sentences with their figures taken from the code. */
const SENTENCES: readonly (readonly [document: string, sentence: string])[] = [
  ['README.md', `${constantIn(LOCKOUT, 'MAX_FAILURES')}次锁${minutes(LOCKOUT, 'LOCK_MS')}分钟`],
  ['README.md', `最长${constantIn(LOCKOUT, 'LONGEST_LOCK_MS') / HOUR_MS}小时；登录过的设备`],
  ['README.md', `${minutes(LOCKOUT, 'LOCK_MS')}分钟${constantIn(LOCKOUT, 'MAX_FAILURES_OF_NETWORK')}次 `],
  ['README.md', `开通码用一次，${ACTIVATION_DAYS}天有效`],
  ['README.md', `账号，${HOLD_HOURS}小时内不能申请、查看、分享证明`],
  ['README.md', `手机号、邮箱改动后${CONTACT_HOLD_DAYS}天内收不到任何验证码`],
  [
    'README.md',
    `每小时${settings('applicationsPerHour')}份（设置）；批量每小时${settings('bulkLawyersPerHour')}人（设置）`,
  ],
  ['README.md', `每个邮箱每天${settings('mailsPerRecipientDay')}封（设置）`],
  ['README.md', `每24小时${tickets.MAX_TICKETS_A_DAY}份；每份、每次补充的附件最多${tickets.MAX_TICKET_FILES}份`],
  [
    'README.md',
    `每份最大${ticketFiles.MAX_TICKET_FILE_BYTES / MB} MB，一份工单合计${ticketFiles.MAX_TICKET_BYTES / MB} MB，` +
      `一个账号未办结的合计${ticketFiles.MAX_UNDECIDED_BYTES / MB} MB`,
  ],
  [
    'README.md',
    `每小时${chat.MAX_CHATS_AN_HOUR}次，每分钟${chat.MAX_CHAT_MESSAGES_A_MINUTE}条，每次${chat.MAX_CHAT_FILES}个文件，` +
      `每份最大${chat.MAX_CHAT_FILE_BYTES / MB} MB；同时打开${constantIn('bff/modules/chat/live/serve-socket.ts', 'MOST_PER_ACCOUNT')}个页面`,
  ],
  ['README.md', `同时${constantIn('bff/http/sockets.ts', 'MOST_PER_ADDRESS')}个`],
  ['README.md', `${MAX_WAIT_SECONDS}秒没有轮到的请其稍后再试；每份最大10 MB、${MAX_RUN_ROWS / 10_000}万行`],
  [
    'README.md',
    `每名工作人员同时${constantIn('bff/modules/exports/order-export.ts', 'MAX_AT_ONCE')}份，每份最多${MAX_EXPORT_ROWS / 10_000}万行`,
  ],
  ['README.md', `同时排队${constantIn('bff/platform/kv/rate-limit.ts', 'MOST_WAITING')}个`],
  [
    'README.md',
    `同时排队${constantIn('bff/platform/crypto/hashing-turns.ts', 'WAITING_OF_ONE_CALLER')}个，全部${constantIn('bff/platform/crypto/hashing-turns.ts', 'WAITING')}个`,
  ],
  ['README.md', `每个 /48 合计不超过${constantIn('bff/platform/kv/rate-limit.ts', 'SITE_SHARE')}倍`],
  [
    'docs/operations.md',
    `间隔从 ${seconds(RUN_JOB, 'FIRST_DELAY_MS')} 秒起逐次加倍，最长半小时，共 ${constantIn('bff/platform/jobs/enqueue.ts', 'DEFAULT_MAX_ATTEMPTS')} 次`,
  ],
  ['docs/operations.md', `最多等 ${drain('ANSWER_WITHIN_MS')} 秒`],
  ['docs/operations.md', `最迟 ${drain('ANSWER_WITHIN_MS') + drain('LINGER_MS')} 秒后关闭全部连接`],
  ['docs/operations.md', `未完成的任务最多再等 ${seconds('bff/platform/jobs/worker.ts', 'STOP_WITHIN_MS')} 秒`],
  ['docs/operations.md', `到期前 ${EXPIRY_WARNINGS.slice(0, 3).join('、')} 天和到期后`],
  ['docs/operations.md', `${CHANGE_HOURS} 小时内有效；申请人和账号本人都不能确认`],
  ['docs/operations.md', `开通后满${HOLD_HOURS}小时没有异议`],
  ['docs/operations.md', `| 每个账号每小时最多申请     | ${settings('applicationsPerHour')} `],
  ['docs/operations.md', `| 每个账号每小时最多批量申请 | ${settings('bulkLawyersPerHour')} `],
  ['docs/operations.md', `| 补正期限                   | ${settings('completionDays')} `],
  ['docs/operations.md', `| 纸质证明缴费期限           | ${settings('paperPaymentDays')} `],
  ['docs/operations.md', `| 活动支付时限               | ${settings('activityHoldMinutes')} `],
  ['docs/operations.md', `| 单日最多学时               | ${settings('dailyHours')} `],
  [
    'docs/operations.md',
    `| 爽约限制                   | ${settings('noShowLimit')}次、${settings('noShowMonths')}个月、${settings('noShowDays')}天`,
  ],
  ['docs/operations.md', `| 每个邮箱每天最多邮件       | ${settings('mailsPerRecipientDay')} `],
  ['docs/operations.md', `已解决的${tickets.REOPEN_DAYS}天后由任务 \`close-ticket\` 关闭`],
  ['docs/operations.md', `工单解决后${RATING_DAYS}天内会员可以评价`],
  ['docs/operations.md', `${UNMERGE_DAYS}天内可以在被并入的工单上一键撤销`],
  ['docs/operations.md', `时限用去${percents[0]}%的告诉处理人`],
  ['docs/operations.md', `用去${percents[2]}%的告诉管理员`],
  [
    'docs/operations.md',
    `${minutes(CHATS, 'ASK_AFTER_MS')}分钟没有新消息的询问一次，${minutes(CHATS, 'END_AFTER_MS')}分钟的结束；` +
      `排队时离开页面${minutes(CHATS, 'KEPT_FOR_MS')}分钟的退出排队；` +
      `客服的页面关闭${minutes('bff/modules/chat/talk/read-door.ts', 'DESK_AWAY_MS')}分钟`,
  ],
  ['docs/operations.md', `丢了也在${seconds('bff/modules/chat/live/feeds.ts', 'LOOK_EVERY_MS')}秒内由各进程自行查出`],
  ['docs/operations.md', `每个活动每天最多${MESSAGES_A_DAY}次`],
  ['docs/operations.md', `按截止前${days.join('、')}天、当天、次日各一次`],
  ['docs/operations.md', `每位律师每天${IDENTITY_CHECKS_A_DAY}次，记入操作日志并告知本人`],
  ['docs/operations.md', `（${DOWNLOADS_IN_DAYS}天${DOWNLOADS}次）`],
  ['docs/operations.md', `${DOWNLOAD_HOURS}小时后由任务 \`remove-data-download\``],
  ['docs/operations.md', `导出超过${MAX_DIRECT_ROWS}行时`],
  ['docs/operations.md', `随系统提供的${read('bff/modules/faq/shipped-faq.ts').match(/^ {4}question/gm)?.length}条`],
];

test.each(SENTENCES)('%s: %s', (document, sentence) => {
  expect(document === 'README.md' ? README : OPERATIONS).toContain(sentence);
});

/** Jobs of a fixed time of the day, in Shanghai: job → the file and the constant that say when. */
const DAILY: Readonly<Record<string, readonly [file: string, constant: string]>> = {
  'watch-signing-certificate': ['bff/modules/operations/schedule-daily.ts', 'MORNING_MS'],
  'mail-audit-end': ['bff/modules/operations/mail-audit-end.ts', 'MORNING_MS'],
  'start-self-audit': ['bff/modules/self-audit/start-self-audit.ts', 'NIGHT_MS'],
  'expire-ticket-files': ['bff/modules/tickets/attachments/expire-ticket-files.ts', 'NIGHT_MS'],
  'check-ticket-counts': ['bff/modules/tickets/statistics/check-counts.ts', 'NIGHT_MS'],
  'sweep-personal-data': ['bff/modules/rights/retention/sweep-personal-data.ts', 'NIGHT_MS'],
  'run-campaigns': ['bff/modules/campaigns/running/run-campaigns.ts', 'NIGHT_MS'],
  'remind-campaign': ['bff/modules/campaigns/running/run-campaigns.ts', 'REMIND_FROM_MS'],
  'digest-campaign': ['bff/modules/campaigns/running/run-campaigns.ts', 'REMIND_FROM_MS'],
  'check-profile-counts': ['bff/modules/campaigns/progress/check-counts.ts', 'NIGHT_MS'],
  'check-activity-seats': ['bff/modules/activities/counting/check-seats.ts', 'NIGHT_MS'],
  'sweep-photos': ['bff/modules/photos/retention/sweep-photos.ts', 'NIGHT_MS'],
  'reconcile-bill': ['bff/modules/payments/reconciliation/schedule-reconciliation.ts', 'READY_MS'],
};
const timesIn = (markdown: string) =>
  new Map(
    [...markdown.matchAll(/^\| `([a-z-]+)` +\|[^|]+\|[^|]*?(\d{1,2}:\d{2})[^|]*\|/gm)].map(([, job, time]) => [
      job,
      time,
    ]),
  );

test('operations.md gives the time of every job that has one', () => {
  const clockTime = (ms: number) => `${Math.floor(ms / HOUR_MS)}:${String((ms / 60_000) % 60).padStart(2, '0')}`;
  const when = Object.entries(DAILY).map(([job, [file, name]]) => [job, clockTime(constantIn(file, name))]);
  expect(Object.fromEntries(timesIn(OPERATIONS))).toEqual(Object.fromEntries(when));
  // Control: another time is another answer.
  expect(timesIn('| `sweep-photos` | 删除到期的照片 | 每夜3:31 | 重试 |').get('sweep-photos')).toBe('3:31');
});
