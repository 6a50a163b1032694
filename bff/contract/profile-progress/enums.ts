import type { ProfileState } from '../profile/enums.ts';

/** As what a lawyer's profile is counted; the last one in campaigns alone. */
export type ProgressState = ProfileState | 'excused';

/** Sections that everybody has (profile-sections.md): of how many the firm's figure speaks. */
export const COMMON_SECTIONS = 13;

/** What a firm reads beside the figure, and no more. */
export const FIRM_PROGRESS = { done: '已完成', filled: '已填齐，审核未完成', open: '未完成' } as const;

/** What a firm reads of one of its lawyers; whether it waits or was sent back is between the lawyer and the association. */
export const firmProgressOf = ({
  isDone,
  percent,
}: {
  isDone: boolean;
  percent: number;
}): keyof typeof FIRM_PROGRESS => (isDone ? 'done' : percent === 100 ? 'filled' : 'open');
