import type { TableColumnsType } from 'antd';
import type { QueueRow } from '../../../bff/contract/certificates/endpoints.ts';
import { applicationUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { Age, ApplicationTag, CertificateTag, Doubts, Way } from './tags.tsx';

type Columns = TableColumnsType<QueueRow>;

const identity: Columns = [
  {
    title: '编号',
    dataIndex: 'number',
    className: 'figures',
    render: (number: string, row) => <RowLink to={applicationUrl(row)}>{number}</RowLink>,
  },
  { title: '申请类型', dataIndex: 'typeLabel', className: 'wrap' },
  { title: '申请人', dataIndex: 'applicantName', className: 'wrap' },
  { title: '申请时间', dataIndex: 'submittedAt', className: 'figures', render: formatInstant },
];

/** What the review desk needs: how long, and how doubtful. */
export const queueColumns: Columns = [
  ...identity,
  { title: '已等待', dataIndex: 'ageMinutes', render: (_, row) => <Age row={row} /> },
  { title: '核查', key: 'doubts', render: (_, row) => <Doubts row={row} /> },
  { title: '处理方式', key: 'way', render: (_, row) => <Way row={row} /> },
];

export const allColumns: Columns = [
  ...identity,
  { title: '审核时间', dataIndex: 'decidedAt', className: 'figures', render: formatInstant },
  { title: '状态', key: 'state', render: (_, row) => <ApplicationTag state={row.state} outcome={row.outcome} /> },
  {
    title: '证明',
    key: 'issue',
    render: (_, row) => <CertificateTag issue={row.issueState} standing={row.standing} />,
  },
];
