import { z } from 'zod';
import { pageQuery, keyOf, plainDate, line } from '../fields.ts';
import { AUDIT_ACTIONS, AUDIT_OBJECTS } from './enums.ts';

export const listAudit = z.strictObject({
  ...pageQuery,
  action: keyOf(AUDIT_ACTIONS, '操作').optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  /** Whoever did it, by the whole name. */
  actor: line('人员', 100).optional(),
  /** What it was done to: 编号, licence number or credit code, or the beginning of its words. */
  search: line('关键词', 60).optional(),
  /** One object. */
  object: keyOf(AUDIT_OBJECTS, '对象').optional(),
  objectId: z.coerce.number().int().positive().optional(),
  /** Signing in is most of the log and hides the rest. */
  signIns: z.enum(['shown', 'hidden']).default('hidden'),
});
export type ListAudit = z.input<typeof listAudit>;
