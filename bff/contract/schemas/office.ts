import { z } from 'zod';
import { AUDIT_ACTIONS } from '../audit-actions.ts';
import { JOB_STATES } from '../jobs.ts';
import { keyOf, line, pageQuery, phone, plainDate, requiredLine, wholeNumber } from './fields.ts';

export const officeSettings = z.strictObject({
  association: requiredLine('协会名称', 40),
  associationEnglish: requiredLine('协会英文名称', 120),
  registryPhone: phone('基础数据咨询电话'),
  disciplinePhone: phone('处分记录咨询电话'),
  officeAddress: requiredLine('办公地址', 120),
  officeHours: requiredLine('办公时间', 80),
  /** What a paper copy and its postage cost, in fen; 0: free. */
  copyFeeFen: wholeNumber('纸质证明工本费', 0, 1_000_000).default(0),
  postageFen: wholeNumber('邮寄费', 0, 1_000_000).default(0),
  /** Refunds above it need a second person, in fen. */
  refundApprovalFen: wholeNumber('退款复核限额', 0, 100_000_000).default(20_000),
});
export type OfficeSettings = z.infer<typeof officeSettings>;

export const listAudit = z.strictObject({
  ...pageQuery,
  action: keyOf(AUDIT_ACTIONS, '操作').optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  search: line('关键词', 60).optional(),
});
export type ListAudit = z.input<typeof listAudit>;

export const listJobs = z.strictObject({ ...pageQuery, state: keyOf(JOB_STATES, '状态').default('dead') });
export type ListJobs = z.input<typeof listJobs>;
