import { useWide } from '../../platform/page/screen.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Sheet, type FactAct } from '../../ui/sheets/sheet.tsx';
import { Table } from '../../ui/lists/table.tsx';
import type { Column } from '../../ui/lists/table-types.ts';
import styles from './record-list.module.css';

export interface RecordListProps<Item extends { id: number }> {
  title: string;
  /** Said instead of a list. */
  none: string;
  /** The first one names the record; on a phone the others follow under it. */
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  /** Where whoever finds something wrong goes. */
  wrong: FactAct;
}

/** Records of one kind: a table on a PC, a few lines each on a phone. */
export function RecordList<Item extends { id: number }>({ title, none, columns, rows, wrong }: RecordListProps<Item>) {
  const isWide = useWide();
  const [first, ...others] = columns;
  return (
    <Sheet
      title={title}
      beside={
        <Link href={wrong.href} label={wrong.label} className={styles.wrong}>
          {wrong.text}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <Box as="p" className={styles.none}>
          {none}
        </Box>
      ) : isWide ? (
        <Table caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      ) : (
        rows.map((row) => (
          <Box key={row.id} className={styles.record}>
            <Box className={styles.name}>{first?.render(row)}</Box>
            {others.map((column) => (
              <Box key={column.key} className={styles.detail}>
                <Box as="span" className={styles.label}>
                  {column.label}
                </Box>
                <Box as="span" className={styles.value}>
                  {column.render(row)}
                </Box>
              </Box>
            ))}
          </Box>
        ))
      )}
    </Sheet>
  );
}
