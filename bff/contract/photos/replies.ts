import { z } from 'zod';
import { attachmentReply } from '../files/replies.ts';
import { SEXES } from '../registry/enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { COMPARED_WITH, FACE_RESULTS, PHOTO_FINDINGS, PHOTO_STATES, PHOTO_WAYS } from './enums.ts';

/** What was uploaded, as it stands upright; the crop counts in these pixels. */
export const photoUpload = reply('PhotoUpload', { upload: z.string(), width: z.int(), height: z.int() });
export type PhotoUpload = z.infer<typeof photoUpload>;

/** One photo of the member. */
const ownPicture = z.strictObject({
  id: z.int(),
  state: oneOf(PHOTO_STATES),
  /** How it was verified, or is being; null: not yet. */
  way: oneOf(PHOTO_WAYS).nullable(),
  /** When it was cropped. */
  createdAt: instant,
  /** Since when it is in use. */
  activatedAt: instant.nullable(),
  /** Advice only. */
  warnings: z.array(z.string()),
  /** Why staff did not accept it; ''. */
  opinion: z.string(),
});

/** 证件照片, as its member sees it. */
export const ownPhoto = reply('OwnPhoto', {
  current: ownPicture.nullable(),
  draft: ownPicture.nullable(),
  pending: ownPicture.nullable(),
  /** The latest that was refused and not made good since. */
  refused: ownPicture.nullable(),
  /** 人脸比对 of the draft. */
  face: z.strictObject({
    isOffered: z.boolean(),
    /** Why not, in words; ''. */
    why: z.string(),
    provider: z.string(),
    /** The edition that is agreed to; null: none, or not the present one. */
    agreed: z.string().nullable(),
    agreedAt: instant.nullable(),
    leftToday: z.int(),
    /** How the draft was compared last; null: it was not yet. */
    last: z.strictObject({ result: oneOf(FACE_RESULTS), words: z.string(), at: instant }).nullable(),
  }),
  /** From when the photo in use may be changed without staff; null: now. */
  changeableOn: day.nullable(),
  /** Days for which the provider's number of a comparison is kept. */
  evidenceDays: z.int(),
});
export type OwnPhoto = z.infer<typeof ownPhoto>;

/** A line of the staff's list. */
export const photoRow = reply('PhotoRow', {
  id: z.int(),
  lawyerId: z.int(),
  lawyerName: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(PHOTO_STATES),
  way: oneOf(PHOTO_WAYS).nullable(),
  /** When the member asked for 人工核验, or cropped it. */
  at: instant,
});
export type PhotoRow = z.infer<typeof photoRow>;

export const photoDetail = reply('PhotoDetail', {
  ...photoRow.shape,
  sex: oneOf(SEXES),
  /** The id of the photo in use, to compare with; null: none. */
  currentId: z.int().nullable(),
  attachments: z.array(attachmentReply),
  findings: z.array(z.strictObject({ finding: oneOf(PHOTO_FINDINGS), words: z.string() })),
  /** The figures, for staff alone. */
  figures: z.strictObject({ sharpness: z.number(), luminance: z.number(), corners: z.number(), hasFrame: z.boolean() }),
  /** The member said it is good whatever the check found. */
  isInsistedOn: z.boolean(),
  checks: z.array(z.strictObject({ result: oneOf(FACE_RESULTS).nullable(), at: instant })),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  comparedWith: oneOf(COMPARED_WITH).nullable(),
  opinion: z.string(),
  /** The picture is still kept. */
  hasPicture: z.boolean(),
  can: z.strictObject({ decide: z.boolean() }),
  version: z.int(),
});
export type PhotoDetail = z.infer<typeof photoDetail>;

export const photoSettingsReply = reply('PhotoSettingsReply', {
  version: z.int(),
  blurredBelow: z.number(),
  softBelow: z.number(),
  darkBelow: z.number(),
  brightAbove: z.number(),
  unevenAbove: z.number(),
  calibratedOn: z.string(),
  faceOn: z.boolean(),
  assessedOn: z.string(),
  assessment: z.string(),
  wechatGrant: z.string(),
  needsStaff: z.boolean(),
  changeDays: z.int(),
  checksPerDay: z.int(),
  checksPerMonth: z.int(),
  evidenceDays: z.int(),
  replacedDays: z.int(),
  /** The provider of the settings of the server; '': none is configured. */
  provider: z.string(),
  /** Persons whose photo in use was compared by face: what the duty to file counts. */
  faces: z.int(),
});
export type PhotoSettingsReply = z.infer<typeof photoSettingsReply>;
