import { SafetyCertificateOutlined } from '@ant-design/icons';
import { selfAuditEndpoints } from '../../../bff/contract/self-audit/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 证明自检. */
export const selfAudits: Resource = {
  pages: [
    page('selfAudits', selfAuditEndpoints.listSelfAudits, async () => (await import('./List.tsx')).SelfAuditList),
    page('selfAudit', selfAuditEndpoints.listSelfAuditFaults, async () => (await import('./Show.tsx')).SelfAuditShow),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('selfAudits'),
      label: '证明自检',
      icon: <SafetyCertificateOutlined />,
      endpoint: selfAuditEndpoints.listSelfAudits,
    },
  ],
};
