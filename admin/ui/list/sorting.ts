import type { TableColumnsType } from 'antd';
import type { SortOrder } from 'antd/es/table/interface';
import type { AddressFilters } from './use-address-filters.ts';

/** Which columns the server sorts by, and in which order the list stands now. */
export interface Sorting {
  /** Column → its `order` with the smallest or earliest first, and with the largest or latest. */
  by: Readonly<Record<string, readonly [ascending: string, descending: string]>>;
  order: string | undefined;
  /** It always stands in one of these: a head that is pressed turns it, and never takes it away. */
  isAlwaysSorted?: true;
  change(order: string | undefined): void;
}

/** `order` of the address, for columns that are called there as the server calls them. */
export const sortingBy = (columns: readonly string[], { values, apply }: AddressFilters<'order'>): Sorting => ({
  by: Object.fromEntries(columns.map((column) => [column, [column, `-${column}`]])),
  order: values.order,
  change: (order) => apply({ order }),
});

/** After the last of them antd would take the order away; with the first once more it goes round. */
const TURNED: { sortDirections: SortOrder[] } = { sortDirections: ['ascend', 'descend', 'ascend'] };

/** What antd says was pressed; several columns at once are never offered. */
interface Pressed {
  columnKey?: unknown;
  field?: unknown;
  order?: 'ascend' | 'descend' | null | undefined;
}

/** The columns with their heads to press, and the direction in which the list stands. */
export function sortable<Row>(columns: TableColumnsType<Row>, sorting: Sorting): TableColumnsType<Row> {
  const { by, order, isAlwaysSorted } = sorting;
  return columns.map((column) => {
    const pair = by[nameOf(column)];
    if (!pair) return column;
    const direction = order === pair[0] ? 'ascend' : order === pair[1] ? 'descend' : null;
    return { ...column, sorter: true, sortOrder: direction, ...(isAlwaysSorted && TURNED) };
  });
}

/** What was pressed, as the address says it; undefined: the list's own order again. */
export function orderOf(pressed: Pressed | Pressed[], { by }: Sorting): string | undefined {
  const [one] = [pressed].flat();
  if (!one?.order) return undefined;
  return by[String(one.columnKey ?? one.field)]?.[one.order === 'ascend' ? 0 : 1];
}

const nameOf = (column: object): string => {
  const { key, dataIndex } = column as { key?: unknown; dataIndex?: unknown };
  return String(key ?? dataIndex);
};
