import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Page } from '../../../bff/contract/endpoint.ts';
import { Failure } from '../Failure.tsx';

const PAGE_SIZE = 50;

export interface OutcomeQuery<Outcome extends string> {
  outcome: Outcome;
  limit: number;
  cursor?: string;
}

interface Props<Row extends object, Outcome extends string> {
  /** Names the part of the page. */
  label: string;
  /** Whether the label stands above it as a heading as well. */
  hasHeading?: boolean;
  labels: Record<Outcome, string>;
  /** Rows there are, by outcome. */
  counts: Record<Outcome, number>;
  /** What somebody has to look at comes first; the first one that has rows is shown. */
  order: readonly Outcome[];
  rowKey: keyof Row & string;
  columns: TableColumnsType<Row>;
  /** What the rows depend on besides outcome and page. */
  queryKey: readonly unknown[];
  ask(query: OutcomeQuery<Outcome>, signal: AbortSignal): Promise<Page<Row>>;
}

/** Rows of an import, of one outcome at a time, a page at a time. */
export function RowsByOutcome<Row extends object, Outcome extends string>(props: Props<Row, Outcome>) {
  const { label, hasHeading = false, labels, counts, order, rowKey, columns, queryKey, ask } = props;
  const there = order.filter((key) => counts[key] > 0);
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const [cursors, setCursors] = useState<string[]>([]);
  const outcome = chosen !== null && there.includes(chosen) ? chosen : there[0];
  const cursor = cursors.at(-1);
  const rows = useQuery({
    queryKey: [...queryKey, outcome, cursor],
    queryFn: ({ signal }) =>
      ask({ outcome: outcome!, limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }, signal),
    enabled: outcome !== undefined,
    placeholderData: keepPreviousData,
  });
  const next = rows.data?.next;
  if (outcome === undefined) return null;
  return (
    <section className="sheet padded stack" aria-label={label}>
      {hasHeading && <h2>{label}</h2>}
      <Segmented
        className="wrapping"
        aria-label={`${label}，显示`}
        options={there.map((value) => ({ value, label: `${labels[value]} ${counts[value]}` }))}
        value={outcome}
        onChange={(value) => {
          setChosen(value);
          setCursors([]);
        }}
      />
      {rows.error && <Failure error={rows.error} onRetry={() => void rows.refetch()} />}
      <Table<Row>
        className="report"
        size="small"
        rowKey={rowKey}
        columns={columns}
        dataSource={rows.data?.items ?? []}
        loading={rows.isFetching}
        pagination={false}
        scroll={{ x: true }}
      />
      {(cursors.length > 0 || next) && (
        <div className="row">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            上一页
          </Button>
          <Button disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
            下一页
          </Button>
        </div>
      )}
    </section>
  );
}
