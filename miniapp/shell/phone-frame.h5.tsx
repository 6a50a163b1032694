import { pageUrl, TABS, type Tab } from '../addresses.ts';
import { useUnread } from '../session/use-unread.ts';
import { goBack, replaceWith } from '../platform/page/navigate.ts';
import { classes } from '../ui/classes.ts';
import { Box, Link, Tap } from '../ui/elements.tsx';
import { Icon, type IconName } from '../ui/marks/icon.tsx';
import styles from './phone-frame.module.css';

const ICONS = { home: 'home', applications: 'list', account: 'person' } as const satisfies Record<Tab, IconName>;

/** Title bar; on a PC the side menu and the header take its place. */
export function PhoneBar({
  title,
  isTab,
  onBack,
}: {
  title: string;
  isTab: boolean;
  onBack?: (() => void) | undefined;
}) {
  return (
    <Box as="header" className={classes(styles.bar, 'lz-screen-only')}>
      {isTab ? null : (
        <Tap className={styles.back} label="返回" onTap={onBack ?? goBack}>
          <Icon name="back" />
        </Tap>
      )}
      <Box className={styles.title} decorative>
        {title}
      </Box>
    </Box>
  );
}

export function PhoneTabs({ current }: { current: Tab }) {
  const unread = useUnread();
  return (
    <Box as="nav" className={classes(styles.tabs, 'lz-screen-only')} label="主要页面">
      {(Object.keys(TABS) as Tab[]).map((tab) => (
        <Link
          key={tab}
          href={pageUrl(tab)}
          onTap={() => tab !== current && replaceWith(pageUrl(tab))}
          current={tab === current}
          className={classes(styles.tab, tab === current && styles.current)}
        >
          <Icon name={ICONS[tab]} className={styles.icon} />
          <Box as="span">{TABS[tab]}</Box>
          {tab === 'account' && unread.label ? (
            <Box as="span" className={styles.mark} label={unread.label} role="img" />
          ) : null}
        </Link>
      ))}
    </Box>
  );
}
