import { useState } from 'react';
import type { PublicCertificate } from '../../../bff/contract/endpoints/verification.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import styles from './roster.module.css';

// A roster of 400 is a long read on a phone and more than the mini-program may send at once.
const STEP = 40;

/** The annexed list of lawyers, some at a time. */
export function Roster({ roster }: { roster: NonNullable<PublicCertificate['roster']> }) {
  const [shown, setShown] = useState(STEP);
  return (
    <Box as="section" className={styles.roster}>
      <Box as="h3" className={styles.title}>
        {roster.title}（{roster.rows.length} 名）
      </Box>
      <Box className={styles.head}>
        {roster.columns.map((column) => (
          <Box as="span" key={column} className={styles.cell}>
            {column}
          </Box>
        ))}
      </Box>
      {roster.rows.slice(0, shown).map((row, index) => (
        <Box key={index} className={styles.row}>
          {row.map((cell, column) => (
            <Box as="span" key={column} className={styles.cell}>
              {cell}
            </Box>
          ))}
        </Box>
      ))}
      {shown < roster.rows.length ? (
        <Button kind="text" onTap={() => setShown(shown + STEP)}>
          显示更多（还有 {roster.rows.length - shown} 名）
        </Button>
      ) : null}
    </Box>
  );
}
