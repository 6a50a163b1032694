import type { AuditRow } from '../../../bff/contract/audit/endpoints.ts';
import { pageUrl, type PageName } from '../../addresses.ts';

const PAGE_OF: Record<string, PageName> = {
  application: 'application',
  firm: 'firm',
  lawyer: 'lawyer',
  paper: 'paper',
  payment: 'payment',
  correction: 'correction',
  profile: 'profile',
  'hours-claim': 'hoursClaim',
  'certificate-type': 'type',
  'self-audit': 'selfAudit',
};

/** Where what a line speaks of can be seen; undefined where it has no page. */
export function objectUrl({ targetKind, targetId, target }: AuditRow): string | undefined {
  // A certificate is seen on its application's page, which is found by the number that both carry.
  if (targetKind === 'certificate') return pageUrl('applications', { search: /\d{8,}/.exec(target)?.[0] ?? target });
  const page = PAGE_OF[targetKind];
  return page && targetId > 0 ? pageUrl(page as 'application', { id: targetId }) : undefined;
}
