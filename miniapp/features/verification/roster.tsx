import { useState } from 'react';
import type { PublicCertificate } from '../../../bff/contract/verification/replies.ts';
import { useWholePrint } from '../../platform/printing/whole-print.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box } from '../../ui/elements.tsx';
import styles from './roster.module.css';

// A roster of 400 is a long read on a phone and more than the mini-program may send at once.
const STEP = 40;
const LICENCE_NO = /^\d{17}$/;

/** A table of the letter, annexed or in its text, some rows at a time. */
export function Roster({
  roster,
}: {
  roster: Omit<NonNullable<PublicCertificate['roster']>, 'title'> & { title?: string };
}) {
  const [shown, setShown] = useState(STEP);
  useWholePrint(() => setShown(roster.rows.length));
  const isNumber = roster.columns.map((_, column) => roster.rows.every((row) => LICENCE_NO.test(row[column] ?? '')));
  const isLong = roster.rows.length > STEP;
  const cellOf = (column: number) => classes(styles.cell, isNumber[column] && styles.number);
  return (
    <Box as="section" className={styles.roster}>
      {roster.title ? (
        <Box as="h3" className={styles.title}>
          {roster.title}
        </Box>
      ) : null}
      <Box className={classes(styles.head, isLong && styles.ofLong)}>
        {roster.columns.map((column, index) => (
          <Box as="span" key={column} className={cellOf(index)}>
            {column}
          </Box>
        ))}
      </Box>
      <Box className={classes(isLong && styles.long)}>
        {roster.rows.slice(0, shown).map((row, index) => (
          <Box key={index} className={styles.row}>
            {row.map((cell, column) => (
              <Box as="span" key={column} className={cellOf(column)}>
                {cell}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
      {shown < roster.rows.length ? (
        <Button kind="text" className="lz-screen-only" onTap={() => setShown(shown + STEP)}>
          显示更多 Show more（{roster.rows.length - shown} 行 rows）
        </Button>
      ) : null}
    </Box>
  );
}
