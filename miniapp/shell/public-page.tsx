import type { ReactNode } from 'react';
import { useWide } from '../platform/page/screen.ts';
import { memberOf, useLikelySession } from '../session/use-session.ts';
import { classes } from '../ui/classes.ts';
import { Box } from '../ui/elements.tsx';
import { Sheet } from '../ui/sheets/sheet.tsx';
import { Filings } from '../office/filings.tsx';
import { Hotline } from '../office/hotline.tsx';
import { PhoneHours, PhoneNumber } from '../office/office-phone.tsx';
import { useOffice } from '../office/use-office.ts';
import type { MenuEntry } from './menu.ts';
import { SideMenu, TopBar } from './pc-frame.tsx';
import { PhoneBar } from './phone-frame.tsx';
import { Root } from './root.tsx';
import { SealMark } from './seal-mark.tsx';
import frame from './page.module.css';
import styles from './public-page.module.css';

/**
 * A page for strangers: whose it is, the answer, and how to report a forgery. A member who comes from a menu entry keeps
 * the menu beside it on a PC, and the way back on a phone.
 */
export function PublicPage({
  title,
  entry,
  heading,
  about = <About />,
  children,
}: {
  title: string;
  /** Where the title stands as a heading: on the page, unless the head of the menu's frame has it. Absent: the page brings its own. */
  heading?: 'page';
  /** The entry of the side menu that leads here. */
  entry?: MenuEntry;
  /** What stands below; absent: who we are. */
  about?: ReactNode;
  children: ReactNode;
}) {
  const isWide = useWide();
  const session = useLikelySession(entry !== undefined);
  const member = entry ? memberOf(session.data) : null;
  const isFramed = isWide && member !== null;
  // One tree for both: what has been typed before the session is known stays.
  return (
    <Root title={title} className={classes(styles.page, isFramed && frame.page)}>
      {isFramed && entry ? <SideMenu entry={entry} /> : null}
      <Box className={isFramed ? frame.column : styles.column}>
        {member ? <PhoneBar title={title} isTab={false} /> : null}
        {isFramed ? <TopBar title={title} member={member} /> : <Brand />}
        <Box as="main" className={styles.main}>
          {heading === 'page' && !isFramed ? (
            <Box as="h1" className={styles.title}>
              {title}
            </Box>
          ) : null}
          {children}
          {about}
          <Box className="lz-screen-only">
            <Hotline offersTicket={entry === 'faq'} />
          </Box>
          <Filings />
        </Box>
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
        <PhoneNumber number={data.registryPhone} />（<PhoneHours />
        ）。
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
