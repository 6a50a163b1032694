import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Link, useLocation } from 'react-router';
import { useMay } from '../providers/permission.ts';
import { MENU_GROUPS, type MenuEntry, type MenuGroup } from './resource.tsx';
import { useFolded } from './use-folded.ts';
import { countText } from '../ui/count-text.ts';
import { sumOf, useWaiting } from './use-waiting.ts';

interface MenuProps {
  menu: readonly MenuEntry[];
  onChosen(): void;
}

/** The menu: what one's roles may open, in groups that fold, with what waits beside each. */
export function Menu({ menu, onChosen }: MenuProps) {
  const may = useMay();
  const waiting = useWaiting();
  const { pathname, search } = useLocation();
  const { isFolded, toggle } = useFolded();
  const here = pathname + search;
  const shown = menu.filter(({ endpoint }) => may(endpoint));
  const fits = ({ to }: MenuEntry) => (to === '/' ? pathname === '/' : isBelow(here, to));
  // 证明审核 is 证明管理 with a filter: the entry that says most about the address is the active one.
  const active =
    shown.filter(fits).sort((a, b) => b.to.length - a.to.length)[0] ??
    // Its list with other filters than those of the entry.
    shown.find(({ to }) => to.split('?')[0] === pathname);
  const countOf = (entries: readonly MenuEntry[]) =>
    sumOf(
      waiting,
      entries.flatMap((entry) => entry.waiting ?? []),
    );
  const list = (entries: readonly MenuEntry[], id?: string) => (
    <ul className="menu" {...(id && { id })}>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link to={entry.to} onClick={onChosen} {...(entry === active && { 'aria-current': 'page' as const })}>
            <span aria-hidden>{entry.icon}</span>
            {entry.label}
            <Count count={countOf([entry])} />
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label="主菜单">
      {list(shown.filter((entry) => !entry.group))}
      {(Object.keys(MENU_GROUPS) as MenuGroup[]).map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        if (entries.length === 0) return null;
        const folded = isFolded(group);
        const hides = folded && active?.group === group;
        return (
          <div key={group} className="menu-group">
            <button
              type="button"
              className={hides ? 'menu-head menu-head-active' : 'menu-head'}
              aria-expanded={!folded}
              {...(!folded && { 'aria-controls': `menu-${group}` })}
              onClick={() => toggle(group)}
            >
              {MENU_GROUPS[group]}
              {folded && <Count count={countOf(entries)} />}
              <span className="menu-fold" aria-hidden>
                {folded ? <RightOutlined /> : <DownOutlined />}
              </span>
            </button>
            {!folded && list(entries, `menu-${group}`)}
          </div>
        );
      })}
    </nav>
  );
}

function Count({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="menu-count figures">
      {countText(count)}
      <span className="unseen"> 项待办</span>
    </span>
  );
}

function isBelow(here: string, to: string): boolean {
  const [path = '', query = ''] = to.split('?');
  const [herePath = '', hereQuery = ''] = here.split('?');
  // A record's own address says nothing of filters: it belongs to the first entry of its resource.
  if (herePath.startsWith(`${path}/`)) return true;
  if (herePath !== path) return false;
  const wanted = new URLSearchParams(query);
  return wanted.get('state') === null || new URLSearchParams(hereQuery).get('state') === wanted.get('state');
}
