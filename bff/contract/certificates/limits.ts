/** Copies of one order; more are a matter for the office (the counter prints at most this many at a time). */
export const MAX_COPIES = 100;
/** Lawyers in one application (certificates.md, Bulk). */
export const MAX_LAWYERS = 500;
/** Files that prove what a type asks proof of. */
export const MAX_ATTACHMENTS = 5;
/** 备注说明 to the reviewer, in characters. */
export const MAX_REMARK = 100;
/** 证明内容 in the member's own words, in characters: it leaves room for the rest on one page. */
export const MAX_FREE_TEXT = 800;
/** Why a certificate is revoked or replaced, in characters; the applicant reads it. */
export const MAX_REASON = 300;
