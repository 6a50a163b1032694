import type { ReactNode } from 'react';
import { Box, Link } from '../elements.tsx';
import { Icon } from '../marks/icon.tsx';
import styles from './row.module.css';

/** A row that leads somewhere: title, perhaps a second line, perhaps a value at the right. */
export function Row({
  href,
  onTap,
  title,
  detail,
  value,
}: {
  href: string;
  onTap?: () => void;
  title: ReactNode;
  detail?: ReactNode;
  value?: ReactNode;
}) {
  return (
    <Link href={href} onTap={onTap} className={styles.row}>
      <Box className={styles.text}>
        <Box className={styles.title}>{title}</Box>
        {detail ? <Box className={styles.detail}>{detail}</Box> : null}
      </Box>
      {value ? <Box className={styles.value}>{value}</Box> : null}
      <Icon name="forward" className={styles.arrow} />
    </Link>
  );
}
