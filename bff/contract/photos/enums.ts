/** 证件照片 that staff look at: those that were handed in. */
export const HANDED_IN_STATES = {
  pending: '人工核验中',
  current: '使用中',
  refused: '未通过',
  replaced: '已更换',
} as const;
/** What becomes of one; a draft is the lawyer's alone. */
export const PHOTO_STATES = { draft: '待核验', ...HANDED_IN_STATES } as const;
export type PhotoState = keyof typeof PHOTO_STATES;

/** By which way it was found that the picture is the lawyer's; none is worse than another. */
export const PHOTO_WAYS = { face: '人脸比对', manual: '人工核验', imported: '由原系统导入' } as const;
export type PhotoWay = keyof typeof PHOTO_WAYS;

/** What the provider of face comparison answers, in words for the member. */
export const FACE_RESULTS = {
  pass: '比对一致',
  no_match: '照片与公安登记的照片不像同一个人',
  no_face: '没有找到完整的人脸，请使用正面免冠照片',
  many_faces: '照片中不止一个人，请重新选择',
  quality: '照片不够清楚，比对不了，请重新拍摄',
  not_found: '公安登记中没有查到这个姓名和证件号码',
  unavailable: '比对服务暂时没有应答',
} as const;
export type FaceResult = keyof typeof FACE_RESULTS;

/** What the technical check finds, the strongest first: the member reads the first of those that stop. */
export const PHOTO_FINDINGS = {
  frame: { stops: true, words: '照片带有边框，请裁去后重试' },
  blurred: { stops: true, words: '照片较模糊，请重新拍摄' },
  dark: { stops: true, words: '光线过暗，请在明亮处重新拍摄' },
  bright: { stops: true, words: '光线过强，请避开强光重新拍摄' },
  soft: { stops: false, words: '照片稍有模糊，打印时可能不够清楚' },
  wall: { stops: false, words: '背景不够均匀，请尽量使用纯色背景' },
} as const satisfies Record<string, { stops: boolean; words: string }>;
export type PhotoFinding = keyof typeof PHOTO_FINDINGS;

/** What staff compared a photo with. */
export const COMPARED_WITH = {
  licence: '执业证照片页',
  identity: '身份证件',
  counter: '本人到场',
  earlier: '原有照片',
} as const;
export type ComparedWith = keyof typeof COMPARED_WITH;

/** The text of the separate consent to face comparison that is asked for: the day it took effect. */
export const FACE_CONSENT_EDITION = '2026-12-01';
/** What is agreed to separately, as rows keep it. */
export const FACE_CONSENT = 'face-check';

/** What the office sets for photos, in words of the audit log; thresholds first. */
export const PHOTO_SETTING_LABELS = {
  blurredBelow: '清晰度低于此值不收',
  softBelow: '清晰度低于此值提示',
  darkBelow: '亮度低于此值不收',
  brightAbove: '亮度高于此值不收',
  unevenAbove: '背景不均匀超过此值提示',
  calibratedOn: '阈值校准日期',
  faceOn: '人脸比对',
  assessedOn: '个人信息保护影响评估日期',
  assessment: '影响评估报告编号',
  wechatGrant: '小程序人脸核身的批准文号',
  needsStaff: '更换照片须工作人员确认',
  changeDays: '两次更换照片的间隔（天）',
  checksPerDay: '每人每天比对次数',
  checksPerMonth: '每人每月比对次数',
  evidenceDays: '比对凭据保存天数',
  replacedDays: '旧照片保存天数',
} as const;
