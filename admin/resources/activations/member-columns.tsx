import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { subjectUrl } from '../../addresses.ts';
import { Grouped } from '../../ui/Grouped.tsx';

interface MemberRow {
  kind: SubjectKind;
  memberId: number;
  name: string;
  login: string;
}

/** A member, with the way to its page. */
export const Name = ({ row: { kind, memberId, name } }: { row: Pick<MemberRow, 'kind' | 'memberId' | 'name'> }) => (
  <Link to={subjectUrl(kind, memberId)}>{name}</Link>
);

/** Whose account it is. */
export const memberColumns = <Row extends MemberRow>(): TableColumnsType<Row> => [
  { title: '名称', key: 'name', render: (_, row) => <Name row={row} /> },
  {
    title: '账号',
    dataIndex: 'login',
    className: 'figures',
    render: (login: string) => <Grouped value={login} />,
  },
];
