import { Skeleton, Table } from 'antd';
import type { Confirmations } from '../../../bff/contract/announcements/replies.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useConfirmations } from './use-announcements.ts';

type FirmRow = Confirmations['firms'][number];

/** 确认情况: how many, and which firms lack the most. */
export function ConfirmedBy({ id }: { id: number }) {
  const { data, isError, error, refetch } = useConfirmations(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="sheet padded" />;
  const { asked, confirmed, firms, firmCount } = data;
  const share = asked === 0 ? 0 : Math.floor((confirmed / asked) * 100);
  return (
    <section className="sheet padded" aria-label="确认情况">
      <h2>确认情况</h2>
      <p>
        应确认 {asked}，已确认 {confirmed}（{share}%），未确认 {asked - confirmed}
      </p>
      <Table<FirmRow>
        size="small"
        rowKey={({ id: firm }) => firm ?? 0}
        dataSource={firms}
        pagination={false}
        columns={[
          { title: '执业机构', key: 'name', render: (_, { name }) => name || '（未登记执业机构）' },
          { title: '应确认', dataIndex: 'asked', className: 'figures' },
          { title: '已确认', dataIndex: 'confirmed', className: 'figures' },
          {
            title: '未确认',
            key: 'missing',
            className: 'figures',
            render: (_, firm) => firm.asked - firm.confirmed,
          },
        ]}
      />
      {firmCount > firms.length && (
        <p className="quiet">
          共 {firmCount} 家，列出未确认最多的 {firms.length} 家。
        </p>
      )}
    </section>
  );
}
