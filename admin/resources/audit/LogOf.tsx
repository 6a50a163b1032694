import { Link } from 'react-router';
import { auditEndpoints } from '../../../bff/contract/audit/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import type { SubjectOfPage } from '../../subjects/parts.tsx';

/** A link to everything that was done to a firm or lawyer. */
export function LogOf({ kind, id }: SubjectOfPage) {
  if (!useMay()(auditEndpoints.listAudit)) return null;
  return <Link to={pageUrl('audit', { object: kind, objectId: id })}>操作日志</Link>;
}
