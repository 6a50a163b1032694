/** What may come before everything else on a member's home page. */
export const HOME_TASKS = {
  announcement: '确认公告',
  offer: '活动候补到位',
  returned: '补正申请',
  campaign: '信息补全、年度核对',
  profile: '信息补全',
} as const;
export type HomeTaskKind = keyof typeof HOME_TASKS;
