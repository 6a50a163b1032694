import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Checkbox, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Page } from '../../../bff/contract/endpoint.ts';
import { cameFrom } from '../came-from.ts';
import { EmptyState } from '../EmptyState.tsx';
import { Failure } from '../Failure.tsx';
import { KeyHint } from '../KeyHint.tsx';
import { markedRow, markRow } from './marked-row.ts';
import { orderOf, sortable, type Sorting } from './sorting.ts';
import { PAGE_SIZES } from './page-size.ts';
import type { Paging } from './use-address-filters.ts';
import type { News } from './use-list.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useIsPhone } from '../hooks/use-is-phone.ts';

interface DataTableProps<Row extends { id: number }> {
  query: UseQueryResult<Page<Row>>;
  /** What came in since it was read. */
  news?: News | undefined;
  columns: TableColumnsType<Row>;
  /** The row on a phone: two lines. */
  card(row: Row): ReactNode;
  /** Where a row leads; absent: rows are only read. */
  href?: (row: Row) => string;
  /** Absent: everything is one page. */
  paging?: Paging;
  /** Said where nothing is looked for and nothing is there. */
  empty: ReactNode;
  /** Which columns can be sorted by, in their heads. */
  sorting?: Sorting;
  selection?: { ids: number[]; change(ids: number[]): void; canSelect(row: Row): boolean };
  /** No keys work in it: other lists may stand beside it. */
  isKeyless?: boolean;
}

/** A keyset page of rows: a dense table on a desk (j/k moves, x ticks, Enter opens), cards on a phone. */
export function DataTable<Row extends { id: number }>(props: DataTableProps<Row>) {
  const { query, paging, empty, news, isKeyless } = props;
  const isPhone = useIsPhone();
  const { data } = query;
  if (query.isError && !data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} className="sheet padded" />;
  if (data.items.length === 0 && !paging?.at.cursor) {
    return (
      <div className="rows">
        <NewsBar news={news} />
        <div className="sheet padded">
          {paging?.unfilter ? (
            <NothingFound unfilter={paging.unfilter} />
          ) : typeof empty === 'string' ? (
            <EmptyState text={empty} />
          ) : (
            empty
          )}
        </div>
      </div>
    );
  }
  return (
    <div className={query.isPlaceholderData ? 'rows rows-stale' : 'rows'}>
      <NewsBar news={news} />
      {isPhone ? <Cards {...props} rows={data.items} /> : <Desk {...props} rows={data.items} />}
      {!isPhone && !isKeyless && <KeyHint keys={keysOf(props)} />}
      {paging && <Pager page={data} paging={paging} />}
    </div>
  );
}

/** Not that there is nothing: that nothing is as it is looked for. */
function NothingFound({ unfilter }: { unfilter: () => void }) {
  return (
    <EmptyState text="没有符合条件的记录">
      <Button onClick={unfilter}>清除筛选条件</Button>
    </EmptyState>
  );
}

/** What the keyboard does in this list. */
function keysOf<Row extends { id: number }>({ href, selection }: DataTableProps<Row>): [string, string][] {
  const keys: [string, string, boolean][] = [
    ['j / k', '上下移动', Boolean(href ?? selection)],
    ['x', '选中', Boolean(selection)],
    ['Enter', '打开', Boolean(href)],
  ];
  return keys.filter(([, , works]) => works).map(([key, does]) => [key, does]);
}

type ListProps<Row extends { id: number }> = DataTableProps<Row> & { rows: Row[] };

function Desk<Row extends { id: number }>(props: ListProps<Row>) {
  const { rows, columns, href, selection, sorting, isKeyless = false } = props;
  const navigate = useNavigate();
  const location = useLocation();
  const list = location.pathname;
  const [activeId, setActiveId] = useState(() => (isKeyless ? null : markedRow(list)));
  // A move that met the end of the list has moved nothing: whoever goes on with x means another row, and unticks none.
  const [isAtEnd, setAtEnd] = useState(false);
  const at = rows.findIndex((row) => row.id === activeId);
  const mark = (row: Row) => {
    setActiveId(row.id);
    markRow(list, row.id);
  };
  const move = (to: number) => {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (!row) return;
    setAtEnd(row.id === activeId);
    mark(row);
    document.querySelector(`[data-row-key="${row.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const open = (row: Row | undefined) => {
    if (!row || !href) return;
    if (!isKeyless) mark(row);
    void navigate(href(row), { state: cameFrom(location) });
  };
  const tick = ({ id }: Row, { ids, change }: NonNullable<typeof selection>) => {
    if (!(isAtEnd && ids.includes(id))) change(toggled(ids, id));
    setAtEnd(false);
  };
  const here = rows[at];
  const keys = {
    j: () => move(at + 1),
    k: () => move(at < 0 ? 0 : at - 1),
    Enter: here && href ? () => open(here) : undefined,
    x: here && selection?.canSelect(here) ? () => tick(here, selection) : undefined,
  };
  useHotkeys(isKeyless ? {} : keys);
  return (
    <Table<Row>
      className="sheet"
      size="small"
      rowKey="id"
      columns={sorting ? sortable(columns, sorting) : columns}
      onChange={(_pages, _filters, sorter) => sorting && sorting.change(orderOf(sorter, sorting))}
      dataSource={rows}
      pagination={false}
      rowClassName={(row) => (row.id === activeId ? 'row-active' : '')}
      onRow={(row) =>
        href ? { onClick: (event) => isOwnClick(event.target) && open(row), className: 'row-link' } : {}
      }
      {...(selection && {
        rowSelection: {
          selectedRowKeys: selection.ids,
          onChange: (keys) => selection.change(keys.map(Number)),
          getCheckboxProps: (row) => ({ disabled: !selection.canSelect(row), 'aria-label': `选择第${row.id}条` }),
        },
      })}
    />
  );
}

// A click on a link, a button or the selection cell belongs to it, and marking text must not open the row.
const isOwnClick = (target: EventTarget) =>
  !(target instanceof Element && target.closest('a, button, label, input, .ant-table-selection-column')) &&
  (window.getSelection()?.isCollapsed ?? true);

const toggled = (ids: number[], id: number) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

function Cards<Row extends { id: number }>({ rows, card, href, selection }: ListProps<Row>) {
  const navigate = useNavigate();
  const location = useLocation();
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="sheet card">
          {selection?.canSelect(row) && (
            <Checkbox
              checked={selection.ids.includes(row.id)}
              onChange={() => selection.change(toggled(selection.ids, row.id))}
              aria-label="选择"
            />
          )}
          {href ? (
            <button
              type="button"
              className="card-link"
              onClick={() => void navigate(href(row), { state: cameFrom(location) })}
            >
              {card(row)}
            </button>
          ) : (
            <div className="card-link">{card(row)}</div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Says that the list has changed, floating above it; nothing moves before that is wanted. */
export function NewsBar({ news }: { news: News | undefined }) {
  return (
    <div role="status" className="news-place">
      {news && (
        <Button className="news" onClick={news.show}>
          {news.more > 0 ? `新增 ${news.more} 条，点此显示` : '列表有变化，点此更新'}
        </Button>
      )}
    </div>
  );
}

export function Pager<Row>({ page, paging }: { page: Page<Row>; paging: Paging }) {
  const { next } = page;
  return (
    <nav className="pager" aria-label="翻页">
      <span className="quiet">{page.totalIsCapped ? `共 ${page.total} 条以上` : `共 ${page.total} 条`}</span>
      <Select
        aria-label="每页条数"
        value={paging.size}
        options={PAGE_SIZES.map((size) => ({ value: size, label: `每页 ${size} 条` }))}
        onChange={paging.resize}
      />
      <Button disabled={!paging.toPrevious} onClick={paging.toPrevious}>
        上一页
      </Button>
      <Button disabled={!next} onClick={() => next && paging.toNext(next)}>
        下一页
      </Button>
    </nav>
  );
}
