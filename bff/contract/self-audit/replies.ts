import { z } from 'zod';
import { SELF_AUDIT_FAULTS, SELF_AUDIT_SCOPES } from './enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** One round of reading issued certificates again. */
export const selfAuditRow = reply('SelfAuditRow', {
  id: z.int(),
  scope: oneOf(SELF_AUDIT_SCOPES),
  startedAt: instant,
  /** null: under way. */
  finishedAt: instant.nullable(),
  checked: z.int(),
  faulty: z.int(),
  /** Files that no certificate names; harmless, and never deleted by themselves. */
  orphans: z.int(),
  startedBy: z.string(),
});
export type SelfAuditRow = z.infer<typeof selfAuditRow>;

export const selfAuditFaultRow = reply('SelfAuditFaultRow', {
  id: z.int(),
  /** 编号; empty for a file that no certificate names. */
  number: z.string(),
  applicationId: z.int().nullable(),
  kind: oneOf(SELF_AUDIT_FAULTS),
  detail: z.string(),
});
export type SelfAuditFaultRow = z.infer<typeof selfAuditFaultRow>;
