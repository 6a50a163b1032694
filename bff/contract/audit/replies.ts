import { z } from 'zod';
import { AUDIT_ACTIONS } from './enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

export const auditRow = reply('AuditRow', {
  id: z.int(),
  at: instant,
  actor: z.string(),
  action: oneOf(AUDIT_ACTIONS),
  targetKind: z.string(),
  targetId: z.int(),
  /** What it was done to, in words (编号, name and licence number). */
  target: z.string(),
  detail: z.string(),
  address: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;
