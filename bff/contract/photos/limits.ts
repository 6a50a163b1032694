/** A telephone's best camera makes pictures of ten. */
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024;
/** 35 × 53 mm at 300 dpi: the photo of the law examination and of the printed form, in pixels. */
export const PORTRAIT = { width: 413, height: 626 } as const;
/** As lists show it. */
export const THUMBNAIL = { width: 120, height: 182 } as const;
/** How far the preview can be drawn nearer, and tilted besides the quarter turns, in degrees. */
export const MAX_ZOOM = 8;
export const MAX_TILT = 15;
/** The licence page and the like, sent along for 人工核验. */
export const MAX_PHOTO_PROOFS = 2;
/** What the thresholds and limits themselves may be set to. */
export const MAX_CHECKS_PER_DAY = 50;
export const MAX_CHECKS_PER_MONTH = 200;
export const MAX_CHANGE_DAYS = 365;
export const MIN_KEEP_DAYS = 1;
export const MAX_KEEP_DAYS = 1_095;
/** Longer opinions nobody reads; shorter ones say nothing. */
export const MIN_OPINION = 5;
export const MAX_OPINION = 200;
/**
 * Persons whose faces are stored for recognition: the office must file within 30 working days once there are so many
 * (《人脸识别技术应用安全管理办法》第十五条), and is warned before.
 */
export const FACES_WARNED = 80_000;
export const FACES_FILED = 100_000;
