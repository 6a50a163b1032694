import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Page } from '../../../bff/contract/endpoint.ts';
import { DataTable } from './DataTable.tsx';
import type { PageAt } from './use-address-filters.ts';
import { useList } from './use-list.ts';

/** As many rows as a window has room for below the numbers of the 工作台. */
const FIRST: PageAt = { cursor: undefined, limit: '8' };

interface ShortListProps<Row extends { id: number }> {
  title: string;
  /** The way to the whole list. */
  all: { to: string; label: string };
  /** By what it is kept; it begins like that of the list, so that what changes one is seen in both. */
  queryKey: readonly unknown[];
  load(at: PageAt, signal: AbortSignal): Promise<Page<Row>>;
  columns: TableColumnsType<Row>;
  card(row: Row): ReactNode;
  href(row: Row): string;
  empty: string;
}

/** The first rows of a list with the way to all of it. What comes in is told above it: nothing moves by itself. */
export function ShortList<Row extends { id: number }>(props: ShortListProps<Row>) {
  const { title, all, queryKey, load, ...table } = props;
  const list = useList({ paging: { at: FIRST }, key: queryKey, load, isWork: true });
  return (
    <section className="short-list" aria-label={title}>
      <div className="short-list-head">
        <h2>{title}</h2>
        <Link to={all.to}>{all.label}</Link>
      </div>
      <DataTable<Row> {...list} {...table} isKeyless />
    </section>
  );
}
