import { useEffect, useState } from 'react';
import type { MemberAccount } from '../../bff/contract/accounts/replies.ts';
import { groupDigits } from '../../bff/contract/text.ts';
import { pageUrl } from '../addresses.ts';
import { goTo } from '../platform/page/navigate.ts';
import { useWide } from '../platform/page/screen.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Box, Input, Link } from '../ui/elements.tsx';
import { useOffice } from '../office/use-office.ts';
import { LeaveButton } from '../session/leave-button.tsx';
import { memberOf, useSession } from '../session/use-session.ts';
import { useUnread } from '../session/use-unread.ts';
import { MENU, menuOf, type MenuEntry } from './menu.ts';
import { SealMark } from './seal-mark.tsx';
import { useLargeText } from './use-large-text.ts';
import styles from './pc-frame.module.css';

export function SideMenu({ entry }: { entry: MenuEntry }) {
  const isWide = useWide();
  const office = useOffice();
  const unread = useUnread();
  const member = memberOf(useSession().data);
  if (!isWide) return null;
  return (
    <Box as="aside" className={classes(styles.side, 'lz-screen-only')}>
      <Box className={styles.brand}>
        <SealMark />
        <Box as="span" className={styles.association}>
          {office.data?.association ?? '律证'}
        </Box>
      </Box>
      <Box as="nav" className={styles.menu} label="主菜单">
        {menuOf(member?.kind).map((name) => (
          <Link
            key={name}
            href={pageUrl(name)}
            current={name === entry}
            className={classes(styles.entry, name === entry && styles.current)}
          >
            <Box as="span">{MENU[name]}</Box>
            {name === 'inbox' && unread.label ? (
              <Box as="span" className={styles.unread}>
                {unread.label}
              </Box>
            ) : null}
          </Link>
        ))}
      </Box>
    </Box>
  );
}

/** 查找, from every page; `/` leads to it. */
function SearchBox() {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      document.getElementById(SEARCH)?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <Box role="search" className={styles.search}>
      <Box as="label" htmlFor={SEARCH} className={styles.heard}>
        查找证明、工单、活动、公告
      </Box>
      <Input
        id={SEARCH}
        kind="search"
        value={typed}
        onChange={setTyped}
        placeholder="查找证明、工单、公告（/）"
        onEnter={() => {
          if (typed.trim() !== '') goTo(pageUrl('search', { q: typed.trim() }));
        }}
      />
    </Box>
  );
}
const SEARCH = 'head-search';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Header: the page's title, the member's name, text size and the way out. */
export function TopBar({ title, member }: { title: string; member: MemberAccount | null }) {
  const isWide = useWide();
  const { isLarge, toggle } = useLargeText();
  if (!isWide)
    return (
      <Box as="h1" className={styles.heard}>
        {title}
      </Box>
    );
  return (
    <Box as="header" className={classes(styles.top, 'lz-screen-only')}>
      <Box as="h1" className={styles.title}>
        {title}
      </Box>
      {member ? (
        <Box className={styles.member}>
          <SearchBox />
          <Box as="strong" className={styles.name}>
            {member.name}
          </Box>
          <Box as="span" className={styles.number}>
            {groupDigits(member.licenceNo)}
          </Box>
          <Button kind="text" onTap={toggle}>
            {isLarge ? '标准字号' : '大字模式'}
          </Button>
          <LeaveButton kind="text" />
        </Box>
      ) : null}
    </Box>
  );
}
