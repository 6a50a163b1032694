import type { ReactNode } from 'react';
import { pageUrl } from '../addresses.ts';
import { Box, Link } from '../ui/elements.tsx';
import { Filings } from '../office/filings.tsx';
import { useOffice } from '../office/use-office.ts';
import { Root } from './root.tsx';
import { SealMark } from './seal-mark.tsx';
import styles from './door.module.css';

interface DoorProps {
  title: string;
  heading: string;
  children: ReactNode;
  /** What stands below, with whom to call. */
  foot?: ReactNode;
  /** Instead of that, 服务热线, of pages that name nobody to call; sign-in, which is loaded first, goes without it. */
  hotline?: ReactNode;
}

/** The frame of pages before anybody is signed in: the association's name over one sheet. */
export function Door({ title, heading, children, foot, hotline }: DoorProps) {
  const office = useOffice();
  return (
    <Root title={title} className={styles.door}>
      <Box as="header" className={styles.brand}>
        <SealMark />
        <Box>
          <Box className={styles.association}>{office.data?.association ?? ' '}</Box>
          <Box className={styles.service}>电子证明与会员服务</Box>
        </Box>
      </Box>
      <Box as="main" className={styles.sheet}>
        <Box as="h1" className={styles.heading}>
          {heading}
        </Box>
        {children}
      </Box>
      {hotline ? (
        <Box className={styles.foot}>
          {hotline}
          <Filings />
        </Box>
      ) : (
        <Box as="footer" className={styles.foot}>
          {foot}
          <Box>
            <Link href={pageUrl('faq')} className={styles.faq}>
              常见问题
            </Link>
          </Box>
          <Filings />
        </Box>
      )}
    </Root>
  );
}
