import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { typeEndpoints, type StaffTypeRow } from '../../../bff/contract/certificate-types/endpoints.ts';
import { CERTIFICATE_GROUPS, TYPE_AUDIENCES } from '../../../bff/contract/certificate-types/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { TypeChanges } from '../../changes/TypeChanges.tsx';
import { call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { ruleSetLabels } from './type-form.tsx';
import { TypeTag, validityInWords } from './TypeTag.tsx';

const href = ({ id }: { id: number }) => pageUrl('type', { id });

/** 证明类型: what members may ask for, in the order in which they see it. */
export function TypeList() {
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['types', 'list'],
    queryFn: ({ signal }) => call(typeEndpoints.listTypesForStaff, {}, signal),
    select: (items) => ({ items, next: null, total: items.length, totalIsCapped: false }),
  });
  return (
    <Page
      title="证明类型"
      name="证明类型"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('typeNew'))}>
          新增类型
        </Button>
      }
    >
      <TypeChanges />
      <DataTable<StaffTypeRow>
        query={query}
        href={href}
        empty="还没有证明类型"
        columns={[
          {
            title: '名称',
            dataIndex: 'label',
            className: 'wrap',
            render: (label: string, row) => <RowLink to={href(row)}>{label}</RowLink>,
          },
          { title: '分组', dataIndex: 'group', render: (key: StaffTypeRow['group']) => CERTIFICATE_GROUPS[key] },
          { title: '申请对象', dataIndex: 'audience', render: (key: StaffTypeRow['audience']) => TYPE_AUDIENCES[key] },
          {
            title: '审核方式',
            dataIndex: 'reviewMode',
            render: (key: StaffTypeRow['reviewMode']) => REVIEW_MODES[key],
          },
          {
            title: '核查规则',
            dataIndex: 'ruleSet',
            className: 'wrap',
            render: (key: StaffTypeRow['ruleSet']) => ruleSetLabels[key],
          },
          { title: '有效期', dataIndex: 'validityMonths', className: 'figures', render: validityInWords },
          { title: '正文', dataIndex: 'wordingVersion', className: 'figures', render: (n: number) => `第${n}版` },
          { title: '状态', key: 'state', render: (_, row) => <TypeTag type={row} /> },
        ]}
        card={(row) => (
          <>
            <strong>{row.label}</strong>
            <span className="card-line">
              <span className="quiet">
                {TYPE_AUDIENCES[row.audience]} · {REVIEW_MODES[row.reviewMode]}
              </span>
              <TypeTag type={row} />
            </span>
          </>
        )}
      />
    </Page>
  );
}
