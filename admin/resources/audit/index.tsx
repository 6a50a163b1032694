import { AuditOutlined } from '@ant-design/icons';
import { auditEndpoints } from '../../../bff/contract/audit/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 操作日志. */
export const audit: Resource = {
  pages: [page('audit', auditEndpoints.listAudit, async () => (await import('./List.tsx')).AuditList)],
  menu: [
    {
      group: 'system',
      to: pageUrl('audit'),
      label: '操作日志',
      icon: <AuditOutlined />,
      endpoint: auditEndpoints.listAudit,
    },
  ],
  subjectParts: [subjectPart('actions', async () => (await import('./LogOf.tsx')).LogOf)],
};
