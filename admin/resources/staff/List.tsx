import { Button, Table, type TableColumnsType } from 'antd';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { StaffRow } from '../../../bff/contract/staff/endpoints.ts';
import { ROLES, staffNumber } from '../../../bff/contract/accounts/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';
import { Changes } from '../../changes/Changes.tsx';
import { Security } from './Security.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { StaffTag } from './StaffTag.tsx';
import { useStaff } from './use-staff.ts';

const rolesOf = ({ roles }: StaffRow): ReactNode =>
  roles.map((role) => ROLES[role]).join('、') || <StateTag tone="alert" label="无角色，不能办理任何业务" />;
const lastSeen = ({ lastSignedInAt }: StaffRow) => (lastSignedInAt ? formatInstant(lastSignedInAt) : '从未登录');

const columns: TableColumnsType<StaffRow> = [
  {
    title: '姓名',
    key: 'name',
    render: (_, row) => <Link to={pageUrl('staffMember', { id: row.id })}>{row.name}</Link>,
  },
  { title: '工号', key: 'number', className: 'figures', render: (_, { id }) => staffNumber(id) },
  { title: '账号', dataIndex: 'login', className: 'figures' },
  { title: '角色', key: 'roles', className: 'wrap', render: (_, row) => rolesOf(row) },
  { title: '二次验证', key: 'factor', render: (_, row) => (row.hasSecondFactor ? '已开启' : '未开启') },
  { title: '最近登录', key: 'seen', className: 'figures', render: (_, row) => lastSeen(row) },
  { title: '状态', key: 'state', render: (_, row) => <StaffTag staff={row} /> },
];

/** 工作人员: who may sign in here, and as what. */
export function StaffList() {
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useStaff();
  return (
    <Page
      title="工作人员"
      name="工作人员"
      actions={
        <Button type="primary" onClick={() => void navigate(pageUrl('staffNew'))}>
          新增账号
        </Button>
      }
    >
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" />}
      {data && <Accounts rows={data} />}
      <Changes />
      <Security />
    </Page>
  );
}

function Accounts({ rows }: { rows: StaffRow[] }) {
  const isPhone = useIsPhone();
  if (rows.length === 0) {
    return (
      <div className="sheet padded">
        <EmptyState text="还没有工作人员账号" />
      </div>
    );
  }
  if (!isPhone) {
    return (
      <Table<StaffRow>
        className="sheet"
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        pagination={false}
      />
    );
  }
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="sheet card">
          <Link className="card-link" to={pageUrl('staffMember', { id: row.id })}>
            <span className="card-line">
              <strong>{row.name}</strong>
              <StaffTag staff={row} />
            </span>
            <span>{rolesOf(row)}</span>
            <span className="quiet">
              <WholeTimes words={`${row.login}　工号${staffNumber(row.id)}　${lastSeen(row)}`} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
