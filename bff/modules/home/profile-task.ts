import type { TaskReader } from './parts.ts';

/** What of the lawyer's file is to be done; nothing once it waits for the association, or is approved. */
export const profileTask: TaskReader = async ({ part }) => {
  const profile = await part('profile');
  if (profile === null || profile.state === 'waiting' || profile.state === 'approved') return null;
  const { percent, left, rejected } = profile;
  const words =
    rejected > 0
      ? `有${rejected}项需修改，改好后重新提交。`
      : left > 0
        ? `已完成${percent}%，还有${left}项未完成。`
        : '已全部完成，可以提交审核。';
  return { kind: 'profile', title: '信息补全', words, percent, until: null, page: 'profile', act: '继续填写' };
};
