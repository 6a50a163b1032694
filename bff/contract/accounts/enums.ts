export const ROLES = {
  reviewer: '审核',
  registrar: '会员管理',
  events: '活动',
  service: '客服',
  finance: '财务',
  administrator: '管理员',
} as const;
export type Role = keyof typeof ROLES;

/** 工号: by which members may name somebody of the staff, and the office finds out who it is. */
export const staffNumber = (accountId: number): string => String(accountId).padStart(4, '0');

/** What each may do, for whoever gives it to somebody. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reviewer: '审核证明申请，撤销、更正、复核证明，答复证明类工单，查看证明统计、处分记录和消息',
  registrar:
    '管理律所、律师、处分、考核和会费登记，开通会员账号，审核信息补全、信息变更和证件照片，开展年度补全与核对，批量导入，处理更正申请，答复登记信息类工单',
  events: '发布活动，管理报名、候补、请假和签到，答复活动类工单',
  service:
    '答复在线咨询，发布通知公告和常见问题，办理纸质证明的打印、寄送和领取，答复登录、故障和其他工单，查看和重发消息',
  finance: '查看订单，退款（包括活动退款），对账，登记柜面收费，答复缴费类工单',
  administrator:
    '以上全部，另可管理工作人员、证明类型、办公时间、工单时限和设置，答复投诉和个人信息的工单，查看操作日志',
};
