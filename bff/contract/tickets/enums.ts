import type { Role } from '../accounts/enums.ts';

/** 工单: what members ask the association, and what became of it. */
export const TICKET_STATES = {
  waiting: '待处理',
  working: '处理中',
  asked: '待补充',
  solved: '已解决',
  /** Whoever asked has said nothing more. */
  lapsed: '已解决（未补充）',
  closed: '已关闭',
  cancelled: '已取消',
  merged: '已合并',
} as const;
export type TicketState = keyof typeof TICKET_STATES;

/** States in which somebody has something to do. */
export const OPEN_STATES = ['waiting', 'working', 'asked'] as const satisfies readonly TicketState[];

/** What happens to one, as its timeline says; none of them tells of an internal note. */
export const TICKET_EVENTS = {
  opened: '提交工单',
  taken: '开始处理',
  moved: '转交其他岗位',
  answered: '答复',
  asked: '请补充材料',
  added: '补充说明',
  file_withdrawn: '撤回附件',
  solved: '已解决',
  reminded: '提醒补充',
  lapsed: '未补充，按期结束',
  proposed: '核对无误，等待另一人复核',
  adopted: '采纳并更正',
  settled: '已在登记页面办理',
  refused: '不采纳更正',
  reopened: '重新打开',
  cancelled: '取消工单',
  closed: '到期关闭',
  merged: '并入其他工单',
  joined: '并入一份工单',
  unmerged: '撤销合并',
  split: '拆分工单',
  mail_refused: '邮件未发送',
} as const;
export type TicketEvent = keyof typeof TICKET_EVENTS;

export interface TicketCategory {
  label: string;
  /** Whose queue it comes to; administrators see every one. */
  role: Role;
  /** Open minutes until the first answer, and until it is solved; null: no promise. */
  firstMinutes: number;
  doneMinutes: number | null;
  /** What has to be attached; null: nothing. */
  proof: string | null;
  /** What the description should say. */
  hint: string;
  /** Its proof is an identity document: whoever opens it is written down. */
  showsIdentity?: true;
  /** It is about one person: a firm says which of its lawyers. */
  isOfOnePerson?: true;
}

/** Minutes of a working day of the guide: 9:00–11:30, 13:30–18:00. */
const DAY = 420;

/**
 * What a ticket may be about, what it needs and by when it is answered (desk.md, New ticket).
 */
export const TICKET_CATEGORIES = {
  licence_no: {
    label: '执业证号错误',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: '律师执业证扫描件',
    hint: '写明现在显示的执业证号和正确的执业证号',
    isOfOnePerson: true,
  },
  identity: {
    label: '身份证号错误',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: '身份证和律师执业证扫描件',
    hint: '请不要填写证件号码：写明哪里不对，号码以扫描件为准',
    showsIdentity: true,
    isOfOnePerson: true,
  },
  name: {
    label: '姓名错误',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: '身份证和律师执业证扫描件',
    hint: '写明现在显示的姓名和正确的姓名',
    showsIdentity: true,
    isOfOnePerson: true,
  },
  transfer: {
    label: '执业机构变更（转所）',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: '新的律师执业证扫描件',
    hint: '写明转入的执业机构和执业证上的变更日期',
    isOfOnePerson: true,
  },
  registry: {
    label: '其他登记信息',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: null,
    hint: '写明哪一项有误、正确的内容和依据',
  },
  face: {
    label: '照片与人脸核验',
    role: 'registrar',
    firstMinutes: 60,
    doneMinutes: 240,
    proof: null,
    hint: '写明在哪一步、提示了什么',
    isOfOnePerson: true,
  },
  sign_in: {
    label: '登录与密码',
    role: 'service',
    firstMinutes: 30,
    doneMinutes: 120,
    proof: null,
    hint: '写明哪个账号、在哪一步、提示了什么。工作人员不会向您索要密码或验证码',
    isOfOnePerson: true,
  },
  profile: {
    label: '信息补全、信息变更',
    role: 'registrar',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: null,
    hint: '写明哪一项、在哪一步、提示了什么',
    isOfOnePerson: true,
  },
  activity: {
    label: '活动、请假、学时',
    role: 'events',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: null,
    hint: '写明活动名称和您的要求；对学时有异议的，写明应有的学时和依据，最好附证明',
    isOfOnePerson: true,
  },
  certificate: {
    label: '证明、纸质证明',
    role: 'reviewer',
    firstMinutes: 120,
    doneMinutes: 480,
    proof: null,
    hint: '写明申请编号和您的问题',
  },
  payment: {
    label: '缴费与退款',
    role: 'finance',
    firstMinutes: 240,
    doneMinutes: 960,
    proof: null,
    hint: '写明申请编号或付款时间、金额',
  },
  personal_data: {
    label: '个人信息的查询、更正、删除',
    role: 'administrator',
    firstMinutes: DAY,
    // 个人信息保护法 wants an answer in time; fifteen working days are promised.
    doneMinutes: 15 * DAY,
    proof: null,
    hint: '写明您的要求和涉及的信息',
  },
  fault: {
    label: '系统故障',
    role: 'service',
    firstMinutes: 60,
    doneMinutes: 480,
    proof: null,
    hint: '写明哪个页面、做了什么、看到什么；有错误编号的请一并写上，最好附截图',
  },
  complaint: {
    label: '投诉',
    role: 'administrator',
    firstMinutes: 240,
    doneMinutes: null,
    proof: null,
    hint: '写明对象、事情经过和您的要求。被投诉的单位看不到您的投诉',
  },
  other: {
    label: '意见与其他',
    role: 'service',
    firstMinutes: 240,
    doneMinutes: null,
    proof: null,
    hint: '写明您的意见或问题',
  },
} as const satisfies Record<string, TicketCategory>;
export type TicketCategoryKey = keyof typeof TICKET_CATEGORIES;

/** The same, each as wide as the interface. */
export const ticketCategory = (key: TicketCategoryKey): TicketCategory => TICKET_CATEGORIES[key];

/** Roles that work on tickets. */
export const TICKET_ROLES = [
  'registrar',
  'service',
  'reviewer',
  'finance',
  'events',
] as const satisfies readonly Role[];

/** Whose tickets a member of staff looks at. */
export const TICKET_SCOPES = {
  all: '全部',
  mine: '我的',
  /** Open, and not waiting for their member. */
  ours: '待本会答复',
  unassigned: '未分配',
  overdue: '已逾期',
} as const;
/** How open tickets are ordered. */
export const TICKET_ORDERS = { due: '最急在前', oldest: '最早在前' } as const;
export type TicketScope = keyof typeof TICKET_SCOPES;
