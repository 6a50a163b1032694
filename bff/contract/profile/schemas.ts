import { z } from 'zod';
import { id, keyOf, pageQuery, paragraph, seenVersion } from '../fields.ts';
import { LATE } from '../office-hours/enums.ts';
import {
  MAX_BATCH,
  MAX_DRAFT_TEXT,
  MAX_OPINION,
  MAX_REASON,
  MIN_OPINION,
  MIN_REASON,
  PROFILE_DOUBTS,
  PROFILE_STATES,
  VERDICTS,
} from './enums.ts';
import { CONSENT_ANSWERS, SENSITIVE_EDITION, SENSITIVE_LABELS } from './consents.ts';
import { SECTION_KEYS, type SectionKey } from './profile.ts';

/** More rows than any section takes would be nobody's typing. */
const MAX_DRAFT_ROWS = 200;
const MAX_CODES = 60;

const text = z
  .string({ error: '内容格式有误' })
  .refine((v) => [...v].length <= MAX_DRAFT_TEXT, { error: `最多${MAX_DRAFT_TEXT}个字` });
const value = z.union([text, z.number(), z.boolean(), z.array(text).max(MAX_CODES, { error: `最多${MAX_CODES}项` })], {
  error: '内容格式有误',
});
const row = z.strictObject({
  id: z.string({ error: '内容格式有误' }).regex(/^[A-Za-z0-9_-]{1,40}$/, { error: '内容格式有误，请刷新页面后重试' }),
  variant: z
    .string()
    .regex(/^[a-z]{1,20}$/, { error: '请重新选择' })
    .optional(),
  /** As they are typed: what is wrong in them is said, and kept. */
  values: z.record(z.string().regex(/^[A-Za-z0-9]{1,40}$/, { error: '不支持的字段' }), value, {
    error: '内容格式有误',
  }),
});

export const section = z.enum(SECTION_KEYS as [SectionKey, ...SectionKey[]], { error: '请选择内容' });

export const sectionParams = z.strictObject({ section });

/** A draft of one section: it may be incomplete and wrong, nothing typed is refused for that. */
export const saveSection = z
  .strictObject({
    version: seenVersion,
    rows: z.array(row, { error: '内容格式有误' }).max(MAX_DRAFT_ROWS, { error: `最多填写${MAX_DRAFT_ROWS}条` }),
    saidNone: z.boolean({ error: '内容格式有误' }),
  })
  .refine(({ rows }) => new Set(rows.map(({ id }) => id)).size === rows.length, {
    error: '内容格式有误，请刷新页面后重试',
    path: ['rows'],
  });
export type SaveSection = z.input<typeof saveSection>;
export type SaveSectionParsed = z.output<typeof saveSection>;

export const confirmBasic = z.strictObject({
  version: seenVersion,
  confirmed: z.literal(true, { error: '请核实后勾选“我已核实以上信息正确无误”' }),
});
export type ConfirmBasic = z.input<typeof confirmBasic>;

export const submitProfile = z.strictObject({
  idempotencyKey: z
    .string({ error: '缺少提交标识，请刷新页面后重试' })
    .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' }),
});
export type SubmitProfile = z.input<typeof submitProfile>;

export const listProfiles = z.strictObject({
  ...pageQuery,
  state: keyOf(PROFILE_STATES, '状态').optional(),
  /** Any part of the lawyer's name, or the beginning of the licence number. */
  search: z.string().max(50).optional(),
  /** Any part of the firm's name. */
  firm: z.string().max(100).optional(),
  /** County of the address that was submitted. */
  region: z
    .string()
    .regex(/^\d{6}$/, { error: '请选择地区' })
    .optional(),
  doubts: keyOf(PROFILE_DOUBTS, '核查结果').optional(),
  /** Those alone that have waited so long. */
  waited: keyOf(LATE, '等待时长').optional(),
  /** A section that differs from what was passed before. */
  section: section.optional(),
});
export type ListProfiles = z.input<typeof listProfiles>;

const reason = (label: string) =>
  paragraph(label, MAX_REASON).refine((v) => [...v].length >= MIN_REASON, {
    error: `请填写${label}，至少${MIN_REASON}个字`,
  });

export const openSection = z.strictObject({ section, reason: reason('查看事由') });
export type OpenSection = z.input<typeof openSection>;

/** Only what stands now can be agreed to. */
export const answerConsent = z.strictObject({
  section: keyOf(SENSITIVE_LABELS, '内容'),
  answer: keyOf(CONSENT_ANSWERS, '同意或不同意'),
  edition: z.literal(SENSITIVE_EDITION, { error: '告知书已更新，请刷新页面后重新阅读' }),
});
export type AnswerConsent = z.input<typeof answerConsent>;

/** An identity document is opened one at a time, each for a reason of its own (P4). */
export const openIdentity = z.strictObject({ reason: reason('查看事由') });
export type OpenIdentity = z.input<typeof openIdentity>;

export const reopenProfile = z.strictObject({ version: seenVersion, reason: reason('退回事由') });
export type ReopenProfile = z.input<typeof reopenProfile>;

export const decideProfile = z.strictObject({
  /** What was looked at. */
  snapshotId: z.int({ error: '缺少提交编号，请刷新页面后重试' }).positive(),
  decisions: z
    .array(
      z
        .strictObject({
          section,
          verdict: keyOf(VERDICTS, '审核结果'),
          opinion: paragraph('审核意见', MAX_OPINION).default(''),
        })
        .refine(({ verdict, opinion }) => verdict === 'pass' || [...opinion].length >= MIN_OPINION, {
          error: `驳回须写明审核意见，至少${MIN_OPINION}个字`,
          path: ['opinion'],
        }),
      { error: '请逐项审核' },
    )
    .max(SECTION_KEYS.length, { error: '请逐项审核' })
    .refine((all) => new Set(all.map((one) => one.section)).size === all.length, { error: '同一项只审核一次' }),
});
export type DecideProfile = z.input<typeof decideProfile>;
export type DecideProfileParsed = z.output<typeof decideProfile>;

const MISSING_SNAPSHOT = '缺少提交编号，请刷新页面后重试';
/** Profiles without doubts, as they were seen in the list. */
export const passProfiles = z.strictObject({
  items: z
    .array(z.strictObject({ id: id('律师'), snapshotId: z.int({ error: MISSING_SNAPSHOT }).positive() }), {
      error: '请选择要通过的申请',
    })
    .min(1, { error: '请选择要通过的申请' })
    .max(MAX_BATCH, { error: `一次最多通过${MAX_BATCH}份` })
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, { error: '同一份只通过一次' }),
});
export type PassProfiles = z.input<typeof passProfiles>;
export type PassProfilesParsed = z.output<typeof passProfiles>;
