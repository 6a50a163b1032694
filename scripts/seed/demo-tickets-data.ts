import type { CorrectionFieldKey } from '../../bff/contract/corrections/enums.ts';
import type { GivenRating } from '../../bff/contract/ratings/schemas.ts';
import type { TicketCategoryKey } from '../../bff/contract/tickets/enums.ts';
import type { AnswerTicket } from '../../bff/contract/tickets/schemas.ts';
import type { Tie } from '../../bff/contract/tickets/ties.ts';
import { CLEAN_LAWYER, demoFirm, JOINING_LAWYER, TRANSFERRED_LAWYER } from './demo-data.ts';

/**
 * Shanghai time of a working day so many working days before today; or so many open minutes ago, so that its clock stands
 * the same whenever the demo is begun.
 */
export type DemoTime = { daysAgo: number; time: string } | { openMinutesAgo: number };

/** What happens to a demo ticket after it is opened; `by` is the login of one of the staff. */
export type DemoStep = DemoTime &
  (
    | { act: 'take'; by: string }
    | { act: 'note'; by: string; body: string }
    | { act: 'answer'; by: string; next: AnswerTicket['next']; body: string }
    | { act: 'add'; body: string }
    | { act: 'cancel' }
    | { act: 'merge'; by: string }
    | ({ act: 'rate' } & GivenRating)
    | { act: 'close' }
    /** The look at the clocks that is taken every few minutes. */
    | { act: 'watch' }
  );
export interface DemoTicket {
  /** Login of the member. */
  asker: string;
  category: TicketCategoryKey;
  title: string;
  body: string;
  /** What is attached: the name it has, and where the repository keeps it. */
  file?: { name: string; path: string };
  /** What it is about besides its words. */
  tied?: Tie;
  /** A lawyer who joins the firm, since so many days: then category and title are those of 转入. */
  joining?: { name: string; licenceNo: string; daysAgo: number };
  /** What it asks of the registry, which says category and title itself. */
  change?: { field: CorrectionFieldKey; wanted: string };
  opened: DemoTime;
  steps: DemoStep[];
}

const [hengzheng, qingming, dinghe] = ['hengzheng', 'qingming', 'dinghe'].map((key) => demoFirm(key).licenceNo) as [
  string,
  string,
  string,
];

/** One ticket in every state, at least; every queue of the staff has one. */
export const DEMO_TICKETS: DemoTicket[] = [
  {
    asker: qingming,
    category: 'certificate',
    title: '纸质证明可以由实习人员代领吗',
    body: '本所申请的纸质证明已可领取，经办律师出差，能否由实习人员代领？需要带什么材料？',
    opened: { daysAgo: 11, time: '09:40' },
    steps: [
      { daysAgo: 11, time: '10:05', act: 'take', by: 'reviewer' },
      {
        daysAgo: 11,
        time: '10:20',
        act: 'answer',
        by: 'reviewer',
        next: 'solved',
        body: '可以代领。请带本所出具的授权委托书（加盖公章）和代领人的身份证，到协会窗口办理。',
      },
      { daysAgo: 11, time: '16:40', act: 'rate', rating: 'bad', words: '办事指南里没有写明代领要带什么材料' },
      { daysAgo: 4, time: '10:20', act: 'close' },
    ],
  },
  {
    asker: dinghe,
    category: 'registry',
    title: '办公地址与营业场所不一致',
    body: '本所上月搬迁，登记的办公地址仍是原址，请更正。',
    opened: { daysAgo: 11, time: '09:50' },
    steps: [
      {
        daysAgo: 11,
        time: '10:20',
        act: 'answer',
        by: 'registrar',
        next: 'asked',
        body: '请上传司法行政机关准予变更住所的文书，收到后即办理。',
      },
      // Nothing comes: a reminder after five working days, the end after ten.
      { daysAgo: 6, time: '10:30', act: 'watch' },
      { daysAgo: 1, time: '10:35', act: 'watch' },
    ],
  },
  {
    asker: CLEAN_LAWYER.licenceNo,
    category: 'payment',
    title: '工本费是否可以开具收据',
    body: '申请纸质证明缴纳的工本费，单位报销需要收据，请问在哪里下载？',
    opened: { daysAgo: 7, time: '14:10' },
    steps: [{ daysAgo: 7, time: '14:35', act: 'cancel' }],
  },
  {
    asker: TRANSFERRED_LAWYER.licenceNo,
    category: 'sign_in',
    title: '更换手机号后收不到验证码',
    body: '上周更换了手机号，找回密码时验证码仍发到旧号码。现在能用密码登录，请协助处理。',
    opened: { daysAgo: 2, time: '17:45' },
    steps: [
      {
        daysAgo: 1,
        time: '09:40',
        act: 'answer',
        by: 'service',
        next: 'solved',
        body: '请登录后在“账户”页确认新的手机号。为保护账号，改动后7天内新号码收不到验证码，期间请用密码登录。',
      },
      { daysAgo: 1, time: '16:45', act: 'add', body: '新号码已经确认，找回密码时仍然收不到验证码，请再查一下。' },
    ],
  },
  {
    asker: hengzheng,
    category: 'payment',
    title: '同一份申请付款两次',
    body: '付款时页面提示超时，重新付款后微信显示扣款两次，请核对并退回其中一笔。',
    opened: { daysAgo: 5, time: '10:30' },
    steps: [
      { daysAgo: 5, time: '11:00', act: 'take', by: 'finance' },
      {
        daysAgo: 4,
        time: '15:20',
        act: 'answer',
        by: 'finance',
        next: 'solved',
        body: '经核对，第一笔未支付成功，微信已在当天原路退回。请在微信的账单中查看。',
      },
    ],
  },
  {
    asker: TRANSFERRED_LAWYER.licenceNo,
    category: 'registry',
    title: '首次执业日期与执业证不一致',
    body: '登记的首次执业日期比执业证上的晚，我于2015年8月首次执业，请核对更正。',
    opened: { daysAgo: 4, time: '09:20' },
    steps: [
      { daysAgo: 4, time: '09:50', act: 'take', by: 'registrar' },
      {
        daysAgo: 4,
        time: '10:00',
        act: 'note',
        by: 'registrar',
        body: '档案中首次执业日期为2015-09-10，与登记一致；请对方提供执业证首页再判断。',
      },
      {
        daysAgo: 4,
        time: '10:10',
        act: 'answer',
        by: 'registrar',
        next: 'asked',
        body: '请上传律师执业证首页的照片，须看清首次执业日期。收到后继续为您核对。',
      },
    ],
  },
  {
    asker: hengzheng,
    category: 'fault',
    title: '手机上核验页显示不完整',
    body: '用手机扫描证明上的二维码，核验页下半部分看不到，截图见附件。手机为两年前的型号，浏览器已更新。',
    file: { name: '核验页截图.png', path: 'docs/images/verify-phone.png' },
    opened: { daysAgo: 1, time: '15:05' },
    steps: [
      { daysAgo: 1, time: '15:20', act: 'take', by: 'service' },
      { daysAgo: 1, time: '15:25', act: 'note', by: 'service', body: '本机未能重现，已请技术支持查看。' },
      {
        daysAgo: 1,
        time: '15:30',
        act: 'answer',
        by: 'service',
        next: 'working',
        body: '已收到截图，正在请技术支持查看。在此之前可以用电脑打开核验页，结果相同。',
      },
    ],
  },
  {
    asker: TRANSFERRED_LAWYER.licenceNo,
    category: 'complaint',
    title: '原律所未按时移交案件材料',
    body: '我已于去年7月转所，原律所至今没有移交两件未结案件的材料，多次联系没有答复，请协会协调。',
    opened: { daysAgo: 2, time: '10:20' },
    steps: [],
  },
  {
    asker: dinghe,
    category: 'payment',
    title: '会费缴纳记录没有更新',
    body: '本年度团体会费已于上月转账缴纳，页面上仍显示未缴，请核对到账情况。',
    opened: { openMinutesAgo: 190 },
    steps: [],
  },
  {
    asker: CLEAN_LAWYER.licenceNo,
    category: 'certificate',
    title: '证明能否同时出具中英文两份',
    body: '办理签证需要中英文两份执业证明，请问是申请双语证明，还是分别申请两次？',
    opened: { openMinutesAgo: 35 },
    steps: [],
  },
  {
    asker: CLEAN_LAWYER.licenceNo,
    category: 'certificate',
    title: '英文证明上的姓名怎么写',
    body: '补充上一份工单：护照上的姓名拼写与系统预填的不同，英文证明以哪一个为准？',
    opened: { openMinutesAgo: 30 },
    // With the one before: the member asks the same matter twice.
    steps: [{ openMinutesAgo: 25, act: 'merge', by: 'reviewer' }],
  },
  {
    asker: qingming,
    category: 'registry',
    title: '更正邮箱',
    body: '原邮箱已停用，请更正为本所现用的邮箱。',
    // Nothing that letters print: what the firm applies for goes on as before.
    change: { field: 'email', wanted: 'office@qingming.example.com' },
    opened: { openMinutesAgo: 24 },
    steps: [],
  },
  {
    asker: TRANSFERRED_LAWYER.licenceNo,
    category: 'activity',
    title: '取消请假：涉外法律服务沙龙',
    body: '原定当天出庭，现改期，可以参加活动，请帮助取消请假；名额已满的请告知。',
    opened: { openMinutesAgo: 20 },
    steps: [],
  },
  {
    asker: TRANSFERRED_LAWYER.licenceNo,
    category: 'profile',
    title: '提示证件号码与登记不一致',
    // The example of GB 11643: nobody's. It stands masked in the ticket.
    tied: { kind: 'section', key: 'basic' },
    body: '信息补全提示证件号码与登记不一致，换发的身份证号码是11010519491231002X，请核对。',
    opened: { openMinutesAgo: 15 },
    steps: [],
  },
  {
    asker: qingming,
    category: 'transfer',
    title: '律师转入本所',
    body: '该律师已办结转所手续，新的执业证见附件，请登记为本所律师。',
    joining: { name: JOINING_LAWYER.name, licenceNo: JOINING_LAWYER.licenceNo, daysAgo: 20 },
    file: { name: '新执业证.png', path: 'docs/images/verify-phone.png' },
    opened: { openMinutesAgo: 12 },
    steps: [],
  },
];
