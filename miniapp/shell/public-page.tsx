import type { ReactNode } from 'react';
import { Box } from '../ui/elements.tsx';
import { Sheet } from '../ui/sheets/sheet.tsx';
import { PhoneNumber } from '../office/office-phone.tsx';
import { useOffice } from '../office/use-office.ts';
import { Root } from './root.tsx';
import { SealMark } from './seal-mark.tsx';
import styles from './public-page.module.css';

/** A page for strangers: whose it is, the answer, and how to report a forgery. */
export function PublicPage({
  title,
  about = <About />,
  children,
}: {
  title: string;
  /** What stands below; absent: who we are. */
  about?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Root title={title} className={styles.page}>
      <Brand />
      <Box as="main" className={styles.main}>
        {children}
        {about}
      </Box>
    </Root>
  );
}

function Brand() {
  const office = useOffice();
  return (
    <Box as="header" className={styles.brand}>
      <SealMark />
      <Box>
        <Box className={styles.association}>{office.data?.association ?? ' '}</Box>
        <Box className={styles.english} lang="en">
          {office.data?.associationEnglish ?? ' '}
        </Box>
      </Box>
    </Box>
  );
}

function About() {
  const { data } = useOffice();
  if (!data) return null;
  return (
    <Sheet title="关于本页与举报伪造 About, and how to report a forgery">
      <Box as="p">
        {data.association}为所出具的电子证明提供公开核验。如发现伪造、变造，请致电{' '}
        <PhoneNumber number={data.registryPhone} />（{data.officeHours}）。
      </Box>
      <Box as="p" lang="en" className={styles.english}>
        {data.associationEnglish} offers this page so that anyone can verify its certificates. To report a forgery,
        please call <PhoneNumber number={data.registryPhone} />.
      </Box>
      <Box as="p" className={styles.english}>
        {data.officeAddress}
      </Box>
    </Sheet>
  );
}
