import { z } from 'zod';
import { isPlainDate } from '../dates.ts';
import { keyOf, line, pageQuery, paragraph, seenVersion, wholeNumber } from '../fields.ts';
import { LATE } from '../office-hours/enums.ts';
import { namesIdentity, readDecimal } from '../text.ts';
import { COMPARED_WITH, FACE_CONSENT_EDITION, HANDED_IN_STATES } from './enums.ts';
import {
  MAX_CHANGE_DAYS,
  MAX_CHECKS_PER_DAY,
  MAX_CHECKS_PER_MONTH,
  MAX_KEEP_DAYS,
  MAX_OPINION,
  MAX_PHOTO_PROOFS,
  MIN_KEEP_DAYS,
  MIN_OPINION,
} from './limits.ts';

const token = (message: string) => z.string({ error: message }).regex(/^[A-Za-z0-9_-]{16,40}$/, { error: message });
/** Beyond this no picture reaches. */
const FAR = 100_000;
const number = z.number({ error: '裁剪范围无效，请重新裁剪' }).min(-FAR).max(FAR);

/** Five numbers; whether they fit the picture is judged where it is known. */
export const crop = z.strictObject(
  { x: number, y: number, w: number, h: number, angle: number },
  { error: '裁剪范围无效，请重新裁剪' },
);

export const cropPhoto = z.strictObject({
  upload: token('照片已失效，请重新选择'),
  crop,
  /** The member says it is good whatever the technical check finds: a person of the staff will look at it. */
  insists: z.boolean().default(false),
});
export type CropPhoto = z.input<typeof cropPhoto>;
export type CropPhotoParsed = z.output<typeof cropPhoto>;

/** Only what stands now can be agreed to. */
export const agreeToFaceCheck = z.strictObject({
  edition: z.literal(FACE_CONSENT_EDITION, { error: '人脸比对告知书已更新，请重新打开后阅读' }),
});
export type AgreeToFaceCheck = z.input<typeof agreeToFaceCheck>;

export const referPhoto = z.strictObject({
  attachments: z
    .array(token('附件无效，请移除后重新上传'), { error: '附件格式有误' })
    .max(MAX_PHOTO_PROOFS, { error: `附件最多${MAX_PHOTO_PROOFS}份` })
    .refine((tokens) => new Set(tokens).size === tokens.length, { error: '同一份附件只需上传一次' })
    .default([]),
});
export type ReferPhoto = z.input<typeof referPhoto>;
export type ReferPhotoParsed = z.output<typeof referPhoto>;

export const listPhotos = z.strictObject({
  ...pageQuery,
  state: keyOf(HANDED_IN_STATES, '状态').default('pending'),
  /** Any part of the lawyer's name, or the beginning of the licence number. */
  search: line('关键词', 50).optional(),
  /** Any part of the firm's name. */
  firm: line('执业机构', 100).optional(),
  /** Those alone that have waited so long. */
  waited: keyOf(LATE, '等待时长').optional(),
});
export type ListPhotos = z.input<typeof listPhotos>;

const opinion = paragraph('意见', MAX_OPINION).refine((v) => !namesIdentity(v), { error: '意见中请不要写证件号码' });
export const decidePhoto = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('pass'),
    comparedWith: keyOf(COMPARED_WITH, '核对了什么'),
    opinion: opinion.default(''),
    version: seenVersion,
  }),
  z.strictObject({
    verdict: z.literal('refuse'),
    opinion: opinion.refine((v) => [...v].length >= MIN_OPINION, { error: `请写明原因，至少${MIN_OPINION}个字` }),
    version: seenVersion,
  }),
]);
export type DecidePhoto = z.input<typeof decidePhoto>;
export type DecidePhotoParsed = z.output<typeof decidePhoto>;

/** Digits may come as text and full-width. */
const threshold = (label: string, most: number) =>
  z
    .union([z.number(), z.string()], { error: `请填写${label}` })
    .transform((v) => (typeof v === 'number' ? v : readDecimal(v, 2)))
    .refine((v) => v >= 0 && v <= most, { error: `${label}应为0至${most}之间的数，最多两位小数` });
const optionalDay = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .refine((v) => v === '' || isPlainDate(v), { error: `${label}应为真实存在的日期` });

export const photoSettings = z
  .strictObject({
    version: seenVersion,
    blurredBelow: threshold('清晰度', 20),
    softBelow: threshold('清晰度', 20),
    darkBelow: threshold('亮度', 255),
    brightAbove: threshold('亮度', 255),
    unevenAbove: threshold('背景不均匀', 255),
    calibratedOn: optionalDay('校准日期'),
    faceOn: z.boolean(),
    assessedOn: optionalDay('影响评估日期'),
    assessment: line('影响评估报告编号', 60),
    wechatGrant: line('批准文号', 60),
    needsStaff: z.boolean(),
    changeDays: wholeNumber('间隔', 0, MAX_CHANGE_DAYS),
    checksPerDay: wholeNumber('每天比对次数', 1, MAX_CHECKS_PER_DAY),
    checksPerMonth: wholeNumber('每月比对次数', 1, MAX_CHECKS_PER_MONTH),
    evidenceDays: wholeNumber('凭据保存天数', MIN_KEEP_DAYS, MAX_KEEP_DAYS),
    replacedDays: wholeNumber('旧照片保存天数', MIN_KEEP_DAYS, MAX_KEEP_DAYS),
  })
  .superRefine((settings, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (settings.softBelow < settings.blurredBelow) fault('softBelow', '提示的值不能低于不收的值');
    if (settings.darkBelow >= settings.brightAbove) fault('brightAbove', '亮度上限应高于下限');
    // 《个人信息保护法》第五十五条: before it begins, not after.
    if (settings.faceOn && settings.assessedOn === '') fault('assessedOn', '开启人脸比对前须完成影响评估，请填写日期');
    if (settings.faceOn && settings.assessment === '')
      fault('assessment', '开启人脸比对前须完成影响评估，请填写报告编号');
  });
export type PhotoSettingsInput = z.input<typeof photoSettings>;
export type PhotoSettings = z.output<typeof photoSettings>;
