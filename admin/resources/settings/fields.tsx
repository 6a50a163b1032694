import { ACTIVITY_APPROVALS, ROSTER_ORDERS } from '../../../bff/contract/settings/enums.ts';
import type { OfficeSettings } from '../../../bff/contract/settings/schemas.ts';
import { inGroup, type FieldSpec } from '../../ui/form/form-fields.tsx';
import { formatYuan } from '../../ui/form/money.ts';
import { YuanInput } from '../../ui/form/YuanInput.tsx';
import { formatsInWords, MeetingFormatsInput } from './MeetingFormatsInput.tsx';
import { HoursRequirementsInput, requirementsInWords } from './HoursRequirementsInput.tsx';
import { WordsInput } from './WordsInput.tsx';

/** What is no amount as it was typed. */
const yuanInWords = (fen: unknown) => (typeof fen === 'number' ? formatYuan(fen) : String(fen));

/** What an office sets for itself, by what it is for. */
export const fields: readonly FieldSpec<OfficeSettings>[] = [
  ...inGroup<OfficeSettings>('证明内容', [
    {
      name: 'association',
      label: '协会名称',
      kind: 'text',
      isRequired: true,
      isWide: true,
      hint: '印在今后出具的证明上，已出具的不变',
    },
    {
      name: 'rosterOrder',
      label: '律师名单排序',
      kind: 'choice',
      options: ROSTER_ORDERS,
      hint: '今后出具的证明所附名单按此排序',
    },
    {
      name: 'purposes',
      label: '用途选项',
      kind: 'own',
      control: <WordsInput />,
      isWide: true,
      hint: '会员申请时可选的用途，作为本会文字印在证明正文中；会员自行填写的，另印为“申请人填写，非本会证明内容”',
    },
  ]),
  ...inGroup<OfficeSettings>('中英对照的证明', [
    { name: 'associationEnglish', label: '协会英文名称', kind: 'text', isRequired: true, isWide: true },
    {
      name: 'addressEnglish',
      label: '协会英文地址',
      kind: 'text',
      isWide: true,
      hint: '与以下三项一起印在中英对照的证明上，供境外机构联系和核验；不填则不印',
    },
    { name: 'certificateEmail', label: '证明咨询邮箱', kind: 'text', inputMode: 'email' },
    { name: 'signatoryEnglish', label: '签发人英文职务', kind: 'text' },
    { name: 'verifyingEnglish', label: '英文核验说明', kind: 'text', isWide: true },
  ]),
  ...inGroup<OfficeSettings>('活动', [
    {
      name: 'activityApproval',
      label: '活动发布',
      kind: 'choice',
      options: ACTIVITY_APPROVALS,
      hint: '另一人须有活动或管理员角色；只有一名经办人时选择直接发布',
    },
    {
      name: 'hoursRequirements',
      label: '年度学时要求',
      kind: 'own',
      control: <HoursRequirementsInput />,
      words: requirementsInWords,
      isWide: true,
      hint: '自起始年度起，至下一条为止；律师在“我的学时”、律所在“本所律师学时”看到按本人情况应修多少、还缺多少',
    },
    {
      name: 'yearlyHours',
      label: '每年应修学时',
      kind: 'text',
      inputMode: 'numeric',
      hint: '没有年度学时要求的年份按此；填0则不作要求',
    },
    {
      name: 'dailyHours',
      label: '单日最多学时',
      kind: 'text',
      inputMode: 'numeric',
      hint: '律师申报校外学时，一天不能超过此数；已经认定的不受影响',
    },
    {
      name: 'meetingFormats',
      label: '会议名单格式',
      kind: 'own',
      control: <MeetingFormatsInput />,
      words: formatsInWords,
      isWide: true,
      hint: '线上活动上传参会名单时按列名识别；会议软件改了列名的，在对应的列添加新的列名，旧的保留',
    },
    {
      name: 'activityHoldMinutes',
      label: '活动支付时限（分钟）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '收费活动报名后保留名额的时间，逾期未支付的释放给候补；已报名的按报名时的时限',
    },
    {
      name: 'noShowLimit',
      label: '爽约限制次数',
      kind: 'text',
      inputMode: 'numeric',
      hint: '缺席达到此次数的，报名先到先得的活动时先候补；填0则不限制。改动不影响已经开始的限制',
    },
    { name: 'noShowMonths', label: '爽约计算月数', kind: 'text', inputMode: 'numeric', hint: '在多少个月内计算次数' },
    { name: 'noShowDays', label: '爽约限制天数', kind: 'text', inputMode: 'numeric' },
  ]),
  ...inGroup<OfficeSettings>('办公与咨询', [
    { name: 'registryPhone', label: '基础数据咨询电话', kind: 'text', inputMode: 'tel', isRequired: true },
    { name: 'disciplinePhone', label: '处分记录咨询电话', kind: 'text', inputMode: 'tel', isRequired: true },
    {
      name: 'officeAddress',
      label: '办公地址',
      kind: 'text',
      isRequired: true,
      isWide: true,
      hint: '自取纸质证明的地点',
    },
    {
      name: 'officeMapPoint',
      label: '办公地址的地图坐标',
      kind: 'text',
      hint: '腾讯或高德地图的“纬度,经度”；填写后服务热线中可打开地图',
    },
    { name: 'officeHours', label: '办公时间', kind: 'text', isRequired: true, isWide: true },
    {
      name: 'icpNumber',
      label: 'ICP备案号',
      kind: 'text',
      hint: '显示在网页底部，例如 京ICP备12345678号-1；不填则不显示',
    },
    {
      name: 'policeNumber',
      label: '公安备案号',
      kind: 'text',
      hint: '显示在网页底部，例如 京公网安备11010102000001号；不填则不显示',
    },
    {
      name: 'blockedWords',
      label: '禁用词语',
      kind: 'own',
      control: <WordsInput />,
      isWide: true,
      hint: '会员在工单、评价、在线咨询和求助中写到这些词语的，不能提交；小程序中的文字另由微信检查',
    },
    {
      name: 'chatOfferMinutes',
      label: '在线咨询转接等待（分钟）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '转接给同事或岗位后，超过此时间没有人接受的，仍由原客服接待',
    },
    {
      name: 'chatMostWaiting',
      label: '在线咨询同时排队（人）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '排满后，会员写的内容可以转为工单',
    },
    {
      name: 'chatMostOwn',
      label: '在线咨询每人同时接待（人）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '接满后须先结束或转接一个；已经接待的不受影响',
    },
  ]),
  ...inGroup<OfficeSettings>('费用与退款', [
    {
      name: 'copyFeeFen',
      label: '纸质证明工本费（元/份）',
      kind: 'own',
      control: <YuanInput />,
      words: yuanInWords,
      hint: '0 为免费；已提交的申请按提交时的价格',
    },
    {
      name: 'postageFen',
      label: '邮寄费（元/单）',
      kind: 'own',
      control: <YuanInput />,
      words: yuanInWords,
    },
    {
      name: 'refundApprovalFen',
      label: '退款复核限额（元）',
      kind: 'own',
      control: <YuanInput />,
      words: yuanInWords,
      hint: '超过此金额的退款须由另一人复核；提高限额须由另一位管理员确认',
    },
  ]),
  ...inGroup<OfficeSettings>('办理期限', [
    {
      name: 'completionDays',
      label: '补正期限（天）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '退回补正的申请，过期未重新提交的自动关闭；已退回的按退回时的期限',
    },
    {
      name: 'paperPaymentDays',
      label: '纸质证明缴费期限（天）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '通过后未缴费的纸质证明，过期自动取消并通知会员，电子证明不受影响；已通过的按通过时的期限',
    },
  ]),
  ...inGroup<OfficeSettings>('使用限额', [
    {
      name: 'applicationsPerHour',
      label: '每个账号每小时最多申请（份）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '逐份提交的申请，不含批量申请',
    },
    {
      name: 'bulkLawyersPerHour',
      label: '每个账号每小时最多批量申请（人次）',
      kind: 'text',
      inputMode: 'numeric',
    },
    {
      name: 'mailsPerRecipientDay',
      label: '每个邮箱每天最多邮件（封）',
      kind: 'text',
      inputMode: 'numeric',
      hint: '会员填写的邮箱，所有账号合计；账号本人已确认的邮箱不受限制',
    },
  ]),
];
