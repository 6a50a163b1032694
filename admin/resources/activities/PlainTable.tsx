import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';

interface PlainTableProps<Row extends { id: number }> {
  rows: readonly Row[];
  columns: TableColumnsType<Row>;
  /** The row on a phone: two lines. */
  card(row: Row): ReactNode;
  empty: string;
}

/** A few rows that are all there: a table on a desk, cards on a phone. */
export function PlainTable<Row extends { id: number }>({ rows, columns, card, empty }: PlainTableProps<Row>) {
  const isPhone = useIsPhone();
  if (rows.length === 0) {
    return (
      <div className="sheet padded">
        <EmptyState text={empty} />
      </div>
    );
  }
  if (!isPhone) {
    return (
      <Table<Row> className="sheet" size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} />
    );
  }
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="sheet card">
          <div className="card-link">{card(row)}</div>
        </li>
      ))}
    </ul>
  );
}
