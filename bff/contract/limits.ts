/** Limits of fields that several subjects have; for server and clients. In characters as people count them. */

/** RFC 5321, 4.5.3.1.3: a path of 256 with its brackets. */
export const MAX_EMAIL = 254;
/** 用途 of a letter, of a share link. */
export const MAX_PURPOSE = 50;
/** A name in Latin letters, as a passport has it. */
export const MAX_LATIN_NAME = 80;
/** A reason that staff give for 操作日志. */
export const MAX_STAFF_REASON = 100;
/** 备注 that staff write to a record of a member. */
export const MAX_RECORD_REMARK = 200;
