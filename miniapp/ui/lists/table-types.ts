import type { ReactNode } from 'react';

export interface Column<Item> {
  key: string;
  label: string;
  render: (item: Item) => ReactNode;
  /** Shown in the head instead of the label (a sort button). */
  head?: ReactNode;
  sort?: 'ascending' | 'descending';
  /** CSS width; the others share what is left. */
  width?: string;
  align?: 'left' | 'right';
}
export interface TableProps<Item> {
  caption: string;
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  rowKey: (item: Item) => string | number;
}
