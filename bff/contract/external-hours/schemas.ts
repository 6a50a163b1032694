import { z } from 'zod';
import { keyOf, line, pageQuery, paragraph, printed, registryDay, requiredLine, seenVersion } from '../fields.ts';
import { LATE } from '../office-hours/enums.ts';
import { HOURS_KINDS, HOURS_MODES } from '../records/enums.ts';
import { namesIdentity } from '../text.ts';
import { CLAIM_STATES } from './enums.ts';
import {
  CLAIM_STEP_TENTHS,
  MAX_CLAIM_FILES,
  MAX_CLAIM_NOTE,
  MAX_CLAIM_OPINION,
  MAX_CLAIM_TENTHS,
  MAX_COURSE_ORGANISER,
  MAX_COURSE_TITLE,
  MIN_CLAIM_OPINION,
} from './limits.ts';

const idempotencyKey = z
  .string({ error: '缺少提交标识，请刷新页面后重试' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' });

const HOURS_ERROR = {
  error: `学时应为${CLAIM_STEP_TENTHS / 10}至${MAX_CLAIM_TENTHS / 10}之间的数字，以${CLAIM_STEP_TENTHS / 10}为单位，例如 3 或 1.5`,
};
/** In tenths. What is typed and is no number comes as text. */
const claimed = z
  .number(HOURS_ERROR)
  .refine((v) => Number.isInteger(v) && v > 0 && v <= MAX_CLAIM_TENTHS && v % CLAIM_STEP_TENTHS === 0, HOURS_ERROR);

const GONE = '附件无效，请移除后重新上传';
const PROVE = '请上传结业证书、签到记录等证明材料';

const says = {
  // A letter prints it once it has become hours.
  title: printed('课程名称', requiredLine('课程名称', MAX_COURSE_TITLE)),
  organiser: requiredLine('主办单位', MAX_COURSE_ORGANISER),
  beginsOn: registryDay('开始日期'),
  endsOn: registryDay('结束日期'),
  kind: keyOf(HOURS_KINDS, '学时类别'),
  mode: keyOf(HOURS_MODES, '参加方式'),
  tenths: claimed,
  note: paragraph('说明', MAX_CLAIM_NOTE)
    .refine((v) => !namesIdentity(v), { error: '说明中请不要写证件号码' })
    .default(''),
  attachments: z
    .array(z.string({ error: GONE }).regex(/^[A-Za-z0-9_-]{16,40}$/, { error: GONE }), { error: PROVE })
    .min(1, { error: PROVE })
    .max(MAX_CLAIM_FILES, { error: `附件最多${MAX_CLAIM_FILES}份` })
    .refine((tokens) => new Set(tokens).size === tokens.length, { error: '同一份附件只需上传一次' }),
};
type Says = Pick<z.output<z.ZodObject<typeof says>>, 'beginsOn' | 'endsOn'>;
function judgeDays({ beginsOn, endsOn }: Says, context: z.RefinementCtx): void {
  const fault = (message: string) => context.addIssue({ code: 'custom', path: ['endsOn'], message });
  if (endsOn < beginsOn) fault('结束日期不能早于开始日期');
  // Hours count by the year in which they were earned.
  else if (endsOn.slice(0, 4) !== beginsOn.slice(0, 4)) fault('跨年度的课程请按年度分别申报');
}

export const claimHours = z.strictObject({ ...says, idempotencyKey }).superRefine(judgeDays);
export type ClaimHours = z.input<typeof claimHours>;
export type ClaimHoursParsed = z.output<typeof claimHours>;

/** What was returned, mended. */
export const mendHoursClaim = z.strictObject({ ...says, version: seenVersion }).superRefine(judgeDays);
export type MendHoursClaim = z.input<typeof mendHoursClaim>;
export type MendHoursClaimParsed = z.output<typeof mendHoursClaim>;

export const listOwnHoursClaims = z.strictObject(pageQuery);
export type ListOwnHoursClaims = z.input<typeof listOwnHoursClaims>;

export const listHoursClaims = z.strictObject({
  ...pageQuery,
  /** Absent: those that wait; of one lawyer, whatever their state. */
  state: keyOf(CLAIM_STATES, '状态').optional(),
  lawyerId: z.coerce.number({ error: '请选择律师' }).int().positive().optional(),
  /** Any part of the course or of who held it. */
  course: line('课程或主办单位', 60).optional(),
  /** Any part of the lawyer's name, or the beginning of the licence number. */
  search: line('关键词', 50).optional(),
  /** Any part of the firm's name. */
  firm: line('执业机构', 100).optional(),
  kind: keyOf(HOURS_KINDS, '学时类别').optional(),
  mode: keyOf(HOURS_MODES, '参加方式').optional(),
  /** Those alone that have waited so long. */
  waited: keyOf(LATE, '等待时长').optional(),
});
export type ListHoursClaims = z.input<typeof listHoursClaims>;
export type ListHoursClaimsParsed = z.output<typeof listHoursClaims>;

const opinion = paragraph('意见', MAX_CLAIM_OPINION).refine((v) => !namesIdentity(v), {
  error: '意见中请不要写证件号码',
});
const needed = opinion.refine((v) => [...v].length >= MIN_CLAIM_OPINION, {
  error: `请写明原因，至少${MIN_CLAIM_OPINION}个字`,
});
export const decideHoursClaim = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('accept'),
    tenths: claimed,
    opinion: opinion.default(''),
    version: seenVersion,
  }),
  z.strictObject({ verdict: z.literal('return'), opinion: needed, version: seenVersion }),
  z.strictObject({ verdict: z.literal('refuse'), opinion: needed, version: seenVersion }),
]);
export type DecideHoursClaim = z.input<typeof decideHoursClaim>;
export type DecideHoursClaimParsed = z.output<typeof decideHoursClaim>;
