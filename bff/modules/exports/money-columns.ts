import { MESSAGE_STATES, MESSAGE_TEMPLATES } from '../../contract/notifications/enums.ts';
import { PAYMENT_CHANNELS, PAYMENT_PURPOSES, PAYMENT_STATES } from '../../contract/payments/enums.ts';
import type { AssessmentRow, DuesRow, MemberRecord } from '../../contract/records/endpoints.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  FIRM_ASSESSMENT_RESULTS,
} from '../../contract/records/enums.ts';
import { SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import type { ShownMessage } from '../outbox/list-shown-messages.ts';
import type { Payment } from '../payments/model.ts';
import { column, time, yuan, type ExportColumn } from './columns.ts';

const member = [
  column<MemberRecord>('会员类别', 10, (row) => SUBJECT_KINDS[row.subjectKind]),
  column<MemberRecord>('会员', 30, (row) => row.subjectName),
  column<MemberRecord>('证号', 22, (row) => row.subjectLicenceNo),
];

/** 会费, under the headings of the sheet that brings it in. */
export const DUES_COLUMNS: readonly ExportColumn<DuesRow>[] = [
  ...member,
  column('年度', 8, (row) => String(row.year)),
  column('应缴（元）', 14, (row) => yuan(row.dueFen)),
  column('已缴（元）', 14, (row) => yuan(row.paidFen)),
  column('状态', 10, (row) => DUES_STATES[row.state]),
  column('缴清日期', 12, (row) => row.settledOn ?? ''),
  column('备注', 30, (row) => row.remark),
];

const resultOf = ({ subjectKind, result }: AssessmentRow): string => {
  if (!result) return '';
  const ofFirm: Record<string, string> = FIRM_ASSESSMENT_RESULTS;
  return (subjectKind === 'firm' ? ofFirm[result] : undefined) ?? ASSESSMENT_RESULTS[result];
};

/** 年度考核, likewise. */
export const ASSESSMENT_COLUMNS: readonly ExportColumn<AssessmentRow>[] = [
  ...member,
  column('年度', 8, (row) => String(row.year)),
  column('状态', 10, (row) => ASSESSMENT_STATES[row.state]),
  column('考核结果', 12, resultOf),
  column('归档日期', 12, (row) => row.filedOn ?? ''),
  column('备注', 30, (row) => row.remark),
];

export const PAYMENT_COLUMNS: readonly ExportColumn<Payment>[] = [
  column('订单号', 34, (row) => row.outTradeNo),
  column('微信支付单号', 34, (row) => row.transactionId ?? ''),
  column('用途', 12, (row) => PAYMENT_PURPOSES[row.purpose]),
  column('说明', 36, (row) => row.description),
  column('申请人', 30, (row) => row.applicantName),
  column('金额（元）', 12, (row) => yuan(row.amountFen)),
  column('已退（元）', 12, (row) => yuan(row.refundedFen)),
  column('支付方式', 14, (row) => PAYMENT_CHANNELS[row.channel]),
  column('状态', 10, (row) => PAYMENT_STATES[row.state]),
  column('下单时间', 20, (row) => time(row.createdAt)),
  column('支付时间', 20, (row) => time(row.paidAt)),
];

/** Never what a message says: codes stand in it. Addresses as the list shows them. */
export const MESSAGE_COLUMNS: readonly ExportColumn<ShownMessage>[] = [
  column('时间', 20, (row) => time(row.createdAt)),
  column('内容', 20, (row) => MESSAGE_TEMPLATES[row.template]),
  column('编号', 16, (row) => row.number),
  column('收件地址', 30, (row) => row.recipient),
  column('状态', 10, (row) => MESSAGE_STATES[row.state]),
  column('发送次数', 10, (row) => String(row.attempts)),
  column('发送时间', 20, (row) => time(row.sentAt)),
  column('未发送的原因', 40, (row) => row.lastError),
];
