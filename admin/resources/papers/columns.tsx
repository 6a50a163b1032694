import type { TableColumnsType } from 'antd';
import type { PaperRow } from '../../../bff/contract/papers/endpoints.ts';
import { PICKUPS, type Pickup } from '../../../bff/contract/certificates/enums.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { paperUrl } from '../../addresses.ts';
import { formatInstant, formatMinutes } from '../../ui/dates.ts';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { PaperTag } from './PaperTag.tsx';

/** What an order costs, in words; in fen. */
export const feeOf = (fen: number) => (fen === 0 ? '免费' : `${toYuan(fen)}元`);
const sentBy = ({ courier, trackingNo }: PaperRow) => (trackingNo ? `${courier} ${trackingNo}` : '—');

export const paperColumns: TableColumnsType<PaperRow> = [
  {
    title: '编号',
    dataIndex: 'number',
    className: 'figures',
    render: (number: string, row) => <RowLink to={paperUrl(row)}>{number}</RowLink>,
  },
  { title: '证明类型', dataIndex: 'typeLabel', className: 'wrap' },
  { title: '收件（领取）人', dataIndex: 'recipient', className: 'wrap' },
  { title: '份数', dataIndex: 'copies', className: 'figures', align: 'right' },
  { title: '领取方式', dataIndex: 'pickup', render: (pickup: Pickup) => PICKUPS[pickup] },
  { title: '费用', dataIndex: 'totalFen', className: 'figures', align: 'right', render: feeOf },
  { title: '申请时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  { title: '状态', key: 'state', render: (_, row) => <PaperTag state={row.state} /> },
  { title: '已停留', dataIndex: 'ageMinutes', render: formatMinutes },
  { title: '快递', key: 'tracking', className: 'figures wrap', render: (_, row) => sentBy(row) },
];

/** An order on a phone. */
export function PaperCard({ row }: { row: PaperRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.recipient}</strong>
        <PaperTag state={row.state} />
      </span>
      <span>{row.typeLabel}</span>
      <span className="card-line quiet">
        <span className="figures">{row.number}</span>
        <span>
          {row.copies} 份 · {PICKUPS[row.pickup]}
        </span>
      </span>
      {row.trackingNo && <span className="figures quiet">{sentBy(row)}</span>}
    </>
  );
}
