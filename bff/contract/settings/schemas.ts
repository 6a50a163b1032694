import { z } from 'zod';
import {
  MAX_APPLICATIONS_PER_HOUR,
  MAX_BLOCKED_WORD,
  MAX_BLOCKED_WORDS,
  MAX_BULK_LAWYERS_PER_HOUR,
  MAX_COMPLETION_DAYS,
  MAX_FEE_FEN,
  MAX_HOLD_MINUTES,
  MAX_MAILS_PER_RECIPIENT_DAY,
  MAX_NO_SHOW_DAYS,
  MAX_NO_SHOW_MONTHS,
  MAX_NO_SHOWS,
  MAX_CHATS_OF_ONE,
  MAX_CHATS_WAITING,
  MAX_OFFER_MINUTES,
  MAX_PAYMENT_DAYS,
  MAX_DAILY_HOURS,
  MAX_YEARLY_HOURS,
  MAX_PURPOSE_OPTION,
  MAX_PURPOSE_OPTIONS,
  MIN_HOLD_MINUTES,
} from './limits.ts';
import { ACTIVITY_APPROVALS, ROSTER_ORDERS } from './enums.ts';
import { hoursRequirements } from '../hours-requirements/schemas.ts';
import { meetingFormats, SHIPPED_MEETING_FORMATS } from '../meeting-formats/schemas.ts';
import {
  email,
  fen,
  keyOf,
  line,
  mapPoint,
  phone,
  printed,
  properName,
  requiredLine,
  seenVersion,
  wholeNumber,
} from '../fields.ts';

/** Words of advertising and fraud that no member writes to the association in earnest. */
export const SHIPPED_BLOCKED_WORDS = ['代开发票', '刷单返利', '办证刻章', '网络博彩', '裸聊'];

/** What members ask letters for most. */
export const SHIPPED_PURPOSES = [
  '投标',
  '银行开户',
  '银行贷款',
  '诉讼、仲裁',
  '政府采购',
  '入围律师库',
  '评优评先',
  '职称评审',
  '变更执业机构',
  '出国（境）',
];

/** A line that a letter prints in English: may be empty. */
const english = (label: string, max: number) =>
  line(label, max).refine((v) => /^[ -~\u00a1-\u024f–—‘’“”]*$/u.test(v), {
    error: `${label}只能使用英文字母、数字和标点`,
  });

/** As the ministry gives it: 京ICP备12345678号, and -1 … for one of several sites. */
const icpNumber = line('ICP备案号', 40).refine((v) => /^(\p{Script=Han}ICP备\d{6,10}号(-\d{1,3})?)?$/u.test(v), {
  error: 'ICP备案号请按备案结果填写，例如 京ICP备12345678号-1',
});
/** As the police give it: 京公网安备11010102000001号. */
const policeNumber = line('公安备案号', 40)
  .overwrite((v) => v.replaceAll(' ', ''))
  .refine((v) => /^(\p{Script=Han}公网安备\d{14}号)?$/u.test(v), {
    error: '公安备案号请按备案结果填写，例如 京公网安备11010102000001号',
  });

export const officeSettings = z.strictObject({
  version: seenVersion,
  association: properName('协会名称', 40),
  associationEnglish: printed('协会英文名称', requiredLine('协会英文名称', 120)),
  registryPhone: phone('基础数据咨询电话'),
  disciplinePhone: phone('处分记录咨询电话'),
  officeAddress: requiredLine('办公地址', 120),
  /** Where the address is on a map; '': nothing leads to one. */
  officeMapPoint: mapPoint.default(''),
  officeHours: requiredLine('办公时间', 80),
  /**
   * What stands below the pages of a site that is on file (互联网信息服务管理办法 asks for it); empty: not shown. The mini-program
   * has filings of its own, which WeChat shows.
   */
  icpNumber: icpNumber.default(''),
  policeNumber: policeNumber.default(''),
  /** 用途 that members may choose from: words of the association, printed in its letters. */
  purposes: z
    .array(
      // It is printed as the association's own words, after “本证明用于”: never a sentence of its own.
      printed('用途选项', requiredLine('用途选项', MAX_PURPOSE_OPTION)).refine(
        (v) => !/[。．.！!？?；;：:]|本会|证明|特此/u.test(v),
        {
          error: '用途选项只写用途：不能含句号、冒号等标点，也不能含“本会”“证明”“特此”',
        },
      ),
      { error: '请填写用途选项' },
    )
    .max(MAX_PURPOSE_OPTIONS, { error: `用途选项最多${MAX_PURPOSE_OPTIONS}项` })
    .refine((all) => new Set(all).size === all.length, { error: '有两个用途选项相同，请删除其中一个' })
    .default(SHIPPED_PURPOSES),
  /** By what rosters of lawyers are ordered. */
  rosterOrder: keyOf(ROSTER_ORDERS, '名单排序').default('stroke'),
  /** What letters in English say besides: who signs, where the association is found, how to verify. Empty: not printed. */
  signatoryEnglish: english('签发人英文职务', 80).default(''),
  addressEnglish: english('协会英文地址', 160).default(''),
  certificateEmail: z.union([z.literal(''), email('证明咨询邮箱')]).default(''),
  verifyingEnglish: english('英文核验说明', 200).default(''),
  /** What a paper copy and its postage cost, in fen; 0: free. */
  copyFeeFen: fen('纸质证明工本费', 0, MAX_FEE_FEN).default(0),
  postageFen: fen('邮寄费', 0, MAX_FEE_FEN).default(0),
  /** Refunds above it need a second person, in fen. */
  refundApprovalFen: fen('退款复核限额', 0, 100_000_000).default(20_000),
  /** Applications one by one, of one account in an hour; a bulk application has its own. */
  applicationsPerHour: wholeNumber('每小时申请数', 1, MAX_APPLICATIONS_PER_HOUR).default(60),
  /** Lawyers in bulk applications of one account in an hour. */
  bulkLawyersPerHour: wholeNumber('每小时批量申请人数', 1, MAX_BULK_LAWYERS_PER_HOUR).default(1_000),
  /** Days in which a member completes an application that was returned; then it is closed. */
  completionDays: wholeNumber('补正期限', 1, MAX_COMPLETION_DAYS).default(15),
  /** Days in which paper that costs something is paid for; then it is given up. */
  paperPaymentDays: wholeNumber('纸质证明缴费期限', 1, MAX_PAYMENT_DAYS).default(7),
  /** Mails a day to an address that the account has not confirmed, over all accounts. */
  mailsPerRecipientDay: wholeNumber('每个邮箱每天邮件数', 1, MAX_MAILS_PER_RECIPIENT_DAY).default(10),
  /** 禁用词语: what members write with one of them is not taken. */
  blockedWords: z
    .array(
      requiredLine('禁用词语', MAX_BLOCKED_WORD).refine((v) => [...v].length >= 2, {
        error: '禁用词语至少两个字，一个字会误伤正常的内容',
      }),
      { error: '请填写禁用词语' },
    )
    .max(MAX_BLOCKED_WORDS, { error: `禁用词语最多${MAX_BLOCKED_WORDS}个` })
    .refine((all) => new Set(all).size === all.length, { error: '有两个禁用词语相同，请删除其中一个' })
    .default(SHIPPED_BLOCKED_WORDS),
  /** Who publishes an activity. */
  activityApproval: keyOf(ACTIVITY_APPROVALS, '活动发布').default('second'),
  /** What years ask for; of a year before the first of them the number below. */
  hoursRequirements: hoursRequirements.default([]),
  /** 学时 that every lawyer is to have in a year; 0: none are asked for. */
  yearlyHours: wholeNumber('每年应修学时', 0, MAX_YEARLY_HOURS).default(40),
  /** 学时 that one day can give at most. */
  dailyHours: wholeNumber('单日最多学时', 1, MAX_DAILY_HOURS).default(8),
  /** How the lists of who was in a meeting are headed, by service. */
  meetingFormats: meetingFormats.default([...SHIPPED_MEETING_FORMATS]),
  /** Minutes for which a seat is held until its fee is paid. */
  activityHoldMinutes: wholeNumber('活动支付时限', MIN_HOLD_MINUTES, MAX_HOLD_MINUTES).default(15),
  /** So many absences in so many months have a lawyer wait for popular activities for so many days; 0: none do. */
  noShowLimit: wholeNumber('爽约限制次数', 0, MAX_NO_SHOWS).default(3),
  noShowMonths: wholeNumber('爽约计算月数', 1, MAX_NO_SHOW_MONTHS).default(12),
  noShowDays: wholeNumber('爽约限制天数', 1, MAX_NO_SHOW_DAYS).default(60),
  /** Minutes in which an offered talk is accepted; then it stays with whoever has it. */
  chatOfferMinutes: wholeNumber('转接等待时限', 1, MAX_OFFER_MINUTES).default(3),
  /** Talks that wait at once; whoever comes then is sent to 工单. */
  chatMostWaiting: wholeNumber('同时排队人数', 1, MAX_CHATS_WAITING).default(60),
  /** Talks that one of the staff leads at once. */
  chatMostOwn: wholeNumber('每人同时接待', 1, MAX_CHATS_OF_ONE).default(4),
});
export type OfficeSettings = z.infer<typeof officeSettings>;
