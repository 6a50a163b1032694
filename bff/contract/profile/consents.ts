import type { SectionKey } from './profile.ts';

/** The text of the separate consent to sensitive fields that is asked for: the day it took effect. */
export const SENSITIVE_EDITION = '2026-12-08';

/** What a section asks for of what the law calls sensitive (PIPL 28), why, and what happens without it (30). */
interface Sensitive {
  what: string;
  why: string;
  without: string;
}
/** Sections that ask for any, each with a consent of its own (29). */
export const SENSITIVE_SECTIONS = {
  basic: {
    what: '婚姻状况、健康状况、家庭住址、紧急联系人',
    why: '用于关怀慰问、突发情况下的联系；不打印，不影响任何申请。',
    without: '不影响填写和审核，这些内容不显示、不收集。',
  },
  work: {
    what: '工作经历的证明人及其电话',
    why: '用于核对工作经历。',
    without: '不影响填写和审核，这两项不显示、不收集。',
  },
  family: {
    what: '家庭成员的姓名、关系、出生年份、政治面貌、工作单位和职务，以及是否任职于司法机关',
    why: '用于核对任职回避（法官法第二十四条、检察官法第二十五条）。',
    without: '可以选择“不同意提供”，本项不必填写，任职回避由工作人员另行向您核对。',
  },
} as const satisfies Partial<Record<SectionKey, Sensitive>>;
export type SensitiveSection = keyof typeof SENSITIVE_SECTIONS;

/** Their names. */
export const SENSITIVE_LABELS = { basic: '基本信息', work: '工作经历', family: '家庭成员' } as const satisfies Record<
  SensitiveSection,
  string
>;

export const isSensitiveSection = (key: SectionKey): key is SensitiveSection => Object.hasOwn(SENSITIVE_SECTIONS, key);

/** How a consent stands. `closed`: the office has no impact assessment on file (55), nothing of it is asked for. */
export const CONSENT_STATES = {
  none: '尚未选择',
  agreed: '已单独同意',
  refused: '不同意提供',
  closed: '暂不收集',
} as const;
export type ConsentState = keyof typeof CONSENT_STATES;

export const CONSENT_ANSWERS = { agree: '同意', refuse: '不同意' } as const;
export type ConsentAnswer = keyof typeof CONSENT_ANSWERS;
