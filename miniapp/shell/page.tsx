import type { ReactNode } from 'react';
import type { MemberAccount } from '../../bff/contract/accounts/replies.ts';
import { Failure, Skeleton } from '../ui/sheets/blank.tsx';
import { Box } from '../ui/elements.tsx';
import { Sheet } from '../ui/sheets/sheet.tsx';
import { memberOf, useSession } from '../session/use-session.ts';
import { useSignInFirst } from '../session/use-sign-in-first.ts';
import type { Tab } from '../addresses.ts';
import { HeldNotice } from './held-notice.tsx';
import { PhoneBar, PhoneTabs } from './phone-frame.tsx';
import { Filings } from '../office/filings.tsx';
import { Hotline } from '../office/hotline.tsx';
import { Root } from './root.tsx';
import type { MenuEntry } from './menu.ts';
import { SideMenu, TopBar } from './pc-frame.tsx';
import styles from './page.module.css';

export interface MemberPageProps {
  title: string;
  /** Set on the three tab pages; the others have a way back. */
  tab?: Tab;
  /** The entry of the side menu this page belongs to. */
  entry: MenuEntry;
  onBack?: () => void;
  children: (account: MemberAccount, session: { lastSignedInAt: string | null }) => ReactNode;
}

/** A page of a signed-in member: phone frame below 992 px, side menu and header above. */
export function MemberPage({ title, tab, entry, onBack, children }: MemberPageProps) {
  const session = useSession();
  const member = memberOf(session.data);
  useSignInFirst(session.data);
  return (
    <Root title={title} className={styles.page}>
      <SideMenu entry={entry} />
      <Box className={styles.column}>
        <PhoneBar title={title} {...(tab ? {} : { onBack })} isTab={Boolean(tab)} />
        <TopBar title={title} member={member} />
        <Box as="main" className={styles.main}>
          {session.isError ? (
            <Failure fault={session.error} onRetry={() => void session.refetch()} />
          ) : member && session.data && !session.data.mustChangePassword ? (
            <>
              {entry === 'account' ? null : <HeldNotice />}
              {children(member, session.data)}
            </>
          ) : (
            <Sheet>
              <Skeleton lines={5} />
            </Sheet>
          )}
          <Hotline offersTicket={entry !== 'tickets' && entry !== 'chat'} />
          <Filings />
        </Box>
        {tab ? <PhoneTabs current={tab} /> : null}
      </Box>
    </Root>
  );
}

/** The acts of a page: a bar at the bottom edge, always in reach; on a PC across the whole content area (look.md). */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <>
      <Box className={styles.room} />
      <Box className={styles.actions}>{children}</Box>
    </>
  );
}
