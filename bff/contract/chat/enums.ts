import type { Role } from '../accounts/enums.ts';
import type { CorrectionFieldKey } from '../corrections/enums.ts';
import type { SubjectKind } from '../registry/enums.ts';

/** 联系客服: a talk of a member with the desk. */
export const CHAT_STATES = { waiting: '排队中', talking: '对话中', closed: '已结束' } as const;
export type ChatState = keyof typeof CHAT_STATES;

/** What has a number in a talk: words, a file, or something that happened. */
export const CHAT_KINDS = { text: '文字', file: '文件', faq: '常见问题', event: '事件' } as const;
export type ChatKind = keyof typeof CHAT_KINDS;

/** What happens in a talk, in its own order: whoever comes back hears of it as of everything else. */
export const CHAT_EVENTS = {
  taken: '已接入',
  offered: '正在为您转接',
  handed: '已转接',
  offer_refused: '转接没有成功，仍由原来的客服为您服务',
  offer_lapsed: '转接没有成功，仍由原来的客服为您服务',
  offer_withdrawn: '转接已取消，仍由原来的客服为您服务',
  returned: '重新排队',
  facts_asked: '正在与您核对',
  facts_right: '核对无误',
  facts_wrong: '核对有误',
  read: '已读',
  retracted: '撤回了一条消息',
  asked: '您还在吗？较长时间没有新的消息，稍后将自动结束',
  ended_by_member: '会员结束了对话',
  ended_by_staff: '客服结束了对话',
  silent: '较长时间没有新的消息，对话已自动结束',
  left: '排队期间离开，对话已自动结束',
  ticketed: '已转为工单',
} as const;
export type ChatEvent = keyof typeof CHAT_EVENTS;

/** Who said it. */
export const CHAT_SIDES = { member: '会员', staff: '客服', system: '自动消息' } as const;
export type ChatSide = keyof typeof CHAT_SIDES;

/** Why nobody can be asked at the moment. */
export const CHAT_CLOSED_FOR = {
  hours: '现在不在服务时间',
  nobody: '现在没有客服在岗',
  full: '排队人数已满',
} as const;
export type ChatClosedFor = keyof typeof CHAT_CLOSED_FOR;

/**
 * 正在与您核对: what a member may be asked to confirm, by what kind of member. Its value is read from the registry, never
 * typed; of a telephone number only the last four digits are shown. What is wrong is corrected under the same key.
 */
export const CHAT_FACTS = {
  firm: { name: '名称', licenceNo: '执业许可证号', phone: '登记电话后四位' },
  lawyer: { name: '姓名', licenceNo: '执业证号', firm: '执业机构', phone: '登记电话后四位' },
} as const satisfies Record<SubjectKind, Partial<Record<CorrectionFieldKey, string>>>;
export type ChatFactKey = keyof typeof CHAT_FACTS.lawyer;
export const CHAT_FACT_KEYS = Object.keys(CHAT_FACTS.lawyer) as [ChatFactKey, ...ChatFactKey[]];

/** Who answers talks; administrators see every one. */
export const CHAT_ROLES = ['service'] as const satisfies readonly Role[];

/** To which a talk may be offered: whoever of them accepts it first has it. */
export const CHAT_OFFER_ROLES = ['service', 'administrator'] as const satisfies readonly Role[];
export type ChatOfferRole = (typeof CHAT_OFFER_ROLES)[number];

/** Where the sockets are: of members, of staff. */
export const CHAT_SOCKET = '/api/chat/socket';
export const STAFF_CHAT_SOCKET = '/api/staff/chat/socket';

/** Why a socket is closed by the server. */
export const CHAT_CLOSINGS = {
  /** The session has ended. */
  signedOut: 4001,
  /** A talk that does not exist, or is not the caller's: nobody is told which. */
  unknown: 4003,
  /** Nothing was said in time, or for too long. */
  silent: 4005,
  /** The same account has opened more than it may. */
  replaced: 4006,
  /** What came could not be read, or was too much. */
  refused: 4007,
  /** The client does not take what it is sent. */
  slow: 4008,
} as const;
