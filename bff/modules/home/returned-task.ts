import type { TaskReader } from './parts.ts';

/** Applications that wait for the member before anything can be issued. */
export const returnedTask: TaskReader = async ({ part }) => {
  const { returned } = await part('certificates');
  if (returned === 0) return null;
  return {
    kind: 'returned',
    title: `${returned}份申请待补正`,
    words: '补正后重新提交，编号不变；逾期自动关闭。',
    percent: null,
    until: null,
    page: 'applications',
    act: '去补正',
  };
};
