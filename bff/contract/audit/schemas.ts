import { z } from 'zod';
import { pageQuery, keyOf, plainDate, line } from '../fields.ts';
import { AUDIT_ACTIONS } from './enums.ts';

export const listAudit = z.strictObject({
  ...pageQuery,
  action: keyOf(AUDIT_ACTIONS, '操作').optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  search: line('关键词', 60).optional(),
});
export type ListAudit = z.input<typeof listAudit>;
