import { addDays, toShanghaiDate } from '../../contract/dates.ts';
import { PHOTO_FINDINGS, type FaceResult, type PhotoFinding } from '../../contract/photos/enums.ts';
import type { PhotoSettings } from '../../contract/photos/schemas.ts';

/** What the technical check measured (bff/platform/image). */
export interface Measured {
  sharpness: number;
  luminance: number;
  corners: number;
  hasFrame: boolean;
}

/** What is wrong or doubtful with a portrait, the strongest first (profile-workflow, Photo, step 4). */
export function judgePhoto(measured: Measured, settings: PhotoSettings): PhotoFinding[] {
  const { sharpness, luminance, corners, hasFrame } = measured;
  const isBlurred = sharpness < settings.blurredBelow;
  const found: Record<PhotoFinding, boolean> = {
    frame: hasFrame,
    blurred: isBlurred,
    dark: luminance < settings.darkBelow,
    bright: luminance > settings.brightAbove,
    soft: !isBlurred && sharpness < settings.softBelow,
    wall: corners > settings.unevenAbove,
  };
  return (Object.keys(PHOTO_FINDINGS) as PhotoFinding[]).filter((finding) => found[finding]);
}

/** The findings that keep the machine from accepting a photo. */
export const stopping = (findings: readonly PhotoFinding[]): PhotoFinding[] =>
  findings.filter((finding) => PHOTO_FINDINGS[finding].stops);

/** The day from which a photo in use since `activatedAt` may be changed without staff; null: today already. */
export function changeableOn(activatedAt: number | null, changeDays: number, today: string): string | null {
  if (activatedAt === null) return null;
  const from = addDays(toShanghaiDate(activatedAt), changeDays);
  return from > today ? from : null;
}

/** Why a photo cannot be compared by face; null: it can. */
export function whyNoFace(facts: {
  settings: PhotoSettings;
  provider: string;
  isResident: boolean;
  isInsistedOn: boolean;
  isInMiniProgram: boolean;
  changeableOn: string | null;
}): string | null {
  const { settings, provider } = facts;
  if (!settings.faceOn || provider === '') return '协会没有开通人脸比对';
  if (facts.isInMiniProgram && settings.wechatGrant === '')
    return '小程序中不提供人脸比对，请用浏览器办理或选择人工核验';
  if (!facts.isResident) return '人脸比对只适用于居民身份证，其他证件由工作人员核验';
  if (facts.isInsistedOn) return '这张照片没有通过技术检查，由工作人员核验';
  return facts.changeableOn === null ? null : `照片更换不久，${facts.changeableOn}前再次更换由工作人员核验`;
}

/** Answers that stay what they are for the same picture of the same person; asking again would only cost money. */
export const LASTING: readonly FaceResult[] = ['pass', 'no_match', 'no_face', 'many_faces', 'quality', 'not_found'];
