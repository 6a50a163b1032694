import {
  ACTIVITY_APPROVALS,
  ROSTER_ORDERS,
  type ActivityApproval,
  type RosterOrder,
} from '../../contract/settings/enums.ts';
import type { HoursRequirement } from '../../contract/hours-requirements/schemas.ts';
import { requirementInWords } from '../../contract/hours-requirements/words.ts';
import type { MeetingFormat } from '../../contract/meeting-formats/schemas.ts';
import { formatInWords } from '../../contract/meeting-formats/words.ts';
import type { OfficeSettings } from '../../contract/settings/schemas.ts';
import { toYuan } from '../../contract/text.ts';

/** A setting of the association. */
export type Named = Exclude<keyof OfficeSettings, 'version'>;
/** As the page and the log call them. */
export const LABELS: Record<Named, string> = {
  association: '协会名称',
  associationEnglish: '协会英文名称',
  registryPhone: '基础数据咨询电话',
  disciplinePhone: '处分记录咨询电话',
  officeAddress: '办公地址',
  officeMapPoint: '办公地址的地图坐标',
  officeHours: '办公时间',
  icpNumber: 'ICP备案号',
  policeNumber: '公安备案号',
  purposes: '用途选项',
  rosterOrder: '名单排序',
  signatoryEnglish: '签发人英文职务',
  addressEnglish: '协会英文地址',
  certificateEmail: '证明咨询邮箱',
  verifyingEnglish: '英文核验说明',
  copyFeeFen: '纸质证明工本费',
  postageFen: '邮寄费',
  refundApprovalFen: '退款复核限额',
  applicationsPerHour: '每小时申请数',
  bulkLawyersPerHour: '每小时批量申请人数',
  completionDays: '补正期限（天）',
  paperPaymentDays: '纸质证明缴费期限（天）',
  mailsPerRecipientDay: '每个邮箱每天邮件数',
  blockedWords: '禁用词语',
  activityApproval: '活动发布',
  hoursRequirements: '年度学时要求',
  yearlyHours: '每年应修学时',
  dailyHours: '单日最多学时',
  meetingFormats: '会议名单格式',
  activityHoldMinutes: '活动支付时限（分钟）',
  noShowLimit: '爽约限制次数',
  noShowMonths: '爽约计算月数',
  noShowDays: '爽约限制天数',
  chatOfferMinutes: '在线咨询转接等待（分钟）',
  chatMostWaiting: '在线咨询同时排队',
  chatMostOwn: '在线咨询每人同时接待',
};

/** A setting's value, for the log. */
export function inWords(key: Named, value: OfficeSettings[Named]): string {
  if (key === 'rosterOrder') return ROSTER_ORDERS[value as RosterOrder];
  if (key === 'activityApproval') return ACTIVITY_APPROVALS[value as ActivityApproval];
  if (key === 'hoursRequirements') return (value as HoursRequirement[]).map(requirementInWords).join('；') || '无';
  if (key === 'meetingFormats') return (value as MeetingFormat[]).map(formatInWords).join('；') || '无';
  if (Array.isArray(value)) return (value as string[]).map((one) => `“${one}”`).join('');
  return key.endsWith('Fen') && typeof value === 'number' ? `${toYuan(value)}元` : String(value);
}

/** What a line of the log about them is about. */
export const OFFICE_LINE = {
  action: 'settings.updated',
  targetKind: 'settings',
  targetId: 0,
  target: '协会设置',
} as const;
