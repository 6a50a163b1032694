/** What an announcement is about. */
export const ANNOUNCEMENT_CATEGORIES = {
  notice: '通知',
  publicity: '公示',
  training: '培训',
  rights: '维权与惩戒',
  service: '会员服务',
  system: '系统维护',
} as const;
export type AnnouncementCategory = keyof typeof ANNOUNCEMENT_CATEGORIES;

/** Whom it is for, before conditions. */
export const ANNOUNCEMENT_AUDIENCES = { everybody: '全部会员', firm: '律所', lawyer: '律师' } as const;
export type AnnouncementAudience = keyof typeof ANNOUNCEMENT_AUDIENCES;

/** What is stored; what follows from the instants is computed. */
export type AnnouncementState = 'draft' | 'published' | 'withdrawn';

/** What is shown: the state, and of a published one where it stands. */
export const ANNOUNCEMENT_PHASES = {
  draft: '草稿',
  scheduled: '定时发布',
  published: '已发布',
  ended: '已过期',
  withdrawn: '已下架',
} as const;
export type AnnouncementPhase = keyof typeof ANNOUNCEMENT_PHASES;
