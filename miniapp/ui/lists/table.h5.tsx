import type { Column, TableProps } from './table-types.ts';
import styles from './table.module.css';

/** A real table, for PC. */
export function Table<Item>({ caption, columns, rows, rowKey }: TableProps<Item>) {
  const align = (column: Column<Item>) => (column.align === 'right' ? styles.right : undefined);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort}
                className={align(column)}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.head ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={align(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
