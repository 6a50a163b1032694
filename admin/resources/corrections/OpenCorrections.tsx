import { Alert } from 'antd';
import { Link } from 'react-router';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import type { SubjectOfPage } from '../../subjects/parts.tsx';
import { useCorrections } from './use-corrections.ts';

/** On the page of a firm or lawyer: what is said to be wrong and nobody has decided. */
export function OpenCorrections({ kind, id }: SubjectOfPage) {
  const isShown = useMay()(correctionEndpoints.listCorrections);
  const { data } = useCorrections({ state: 'open', subjectKind: kind, subjectId: id }, { isShown });
  return data?.items.map((row) => (
    <Alert
      key={row.id}
      type="warning"
      showIcon
      role="note"
      title={`${row.isClaim ? `${row.askerName}反映` : '会员申请更正'}${row.label}：${row.present || '空'} → ${row.wanted}`}
      action={<Link to={pageUrl('ticket', { id: row.ticketId })}>到工单处理</Link>}
    />
  ));
}
