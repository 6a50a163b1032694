import { Box } from '../../ui/elements.tsx';
import type { FactRow } from '../../ui/sheets/sheet.tsx';
import styles from './certificate-content.module.css';

/** Where this page is, for the record that somebody prints; the mini-program has no address. */
export function pageAddress(): FactRow[] {
  const href = globalThis.location?.href;
  if (!href) return [];
  return [
    [
      '核验网址 Page',
      <Box key="page" as="span" className={styles.hash}>
        {href}
      </Box>,
    ],
  ];
}
