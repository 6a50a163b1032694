import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Box, Link } from '../elements.tsx';
import styles from './sheet.module.css';

/** A white sheet on the ground, with a heading and perhaps an act beside it. */
export function Sheet({
  title,
  beside,
  className,
  children,
}: {
  title?: string;
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Box as="section" className={classes(styles.sheet, className)}>
      {title ? (
        <Box className={styles.head}>
          <Box as="h2" className={styles.title}>
            {title}
          </Box>
          {beside}
        </Box>
      ) : null}
      {children}
    </Box>
  );
}

/** Where a fact's own act leads; `label` names the fact too, for who hears the page. */
export interface FactAct {
  href: string;
  text: string;
  label: string;
}
export type FactRow = readonly [label: string, value: ReactNode, act?: FactAct];

/** Facts as label and value, one a line, perhaps with an act at its end. */
export function Facts({ rows }: { rows: readonly FactRow[] }) {
  return (
    <Box as="dl" className={styles.facts}>
      {rows.map(([label, value, act], index) => (
        // A label may come twice: two answers of one ticket.
        <Box key={`${label}-${index}`} className={classes(styles.fact, act && styles.acting)}>
          <Box as="dt" className={styles.factLabel}>
            {label}
          </Box>
          <Box as="dd" className={styles.factValue}>
            {value}
          </Box>
          {act ? (
            <Link href={act.href} label={act.label} className={styles.factAct}>
              {act.text}
            </Link>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}

/** A paragraph that wants attention, without alarm. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'warn' | 'bad' | 'good';
  children: ReactNode;
}) {
  return <Box className={classes(styles.notice, styles[tone])}>{children}</Box>;
}
