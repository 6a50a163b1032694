import { toIso } from '../../contract/dates.ts';
import type { Page } from '../../contract/endpoint.ts';
import type { AuditRow } from '../../contract/audit/endpoints.ts';

/** Lines of the log with their instants in words. */
export function presentAuditPage(page: Page<Omit<AuditRow, 'at'> & { at: number }>): Page<AuditRow> {
  return { ...page, items: page.items.map((line) => ({ ...line, at: toIso(line.at) })) };
}
