import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown } from 'antd';
import { Suspense, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router';
import { ROLES } from '../../bff/contract/accounts/enums.ts';
import { useMay } from '../providers/permission.ts';
import { usePublicSettings } from '../providers/public-settings.ts';
import { useSession } from '../providers/session.tsx';
import { StateTag } from '../ui/StateTag.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import type { MenuEntry } from './menu-entry.ts';
import { useSignOut } from './use-sign-out.ts';

/** Menu, name of whoever is signed in, and the page. */
export function Shell({ menu }: { menu: MenuEntry[] }) {
  const isPhone = useIsPhone();
  const [isOpen, setIsOpen] = useState(false);
  const settings = usePublicSettings();
  const isMoving = useNavigation().state !== 'idle';
  const nav = <Nav menu={menu} onChosen={() => setIsOpen(false)} />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      {isPhone ? (
        <Drawer open={isOpen} onClose={() => setIsOpen(false)} placement="left" size={264} title="律证">
          {nav}
        </Drawer>
      ) : (
        <aside className="side">
          <Link to="/" className="brand">
            律证<span>工作端</span>
          </Link>
          {nav}
        </aside>
      )}
      <div className="body">
        <header className="top">
          {isPhone && <Button type="text" icon={<MenuOutlined />} aria-label="菜单" onClick={() => setIsOpen(true)} />}
          <span className={isMoving ? 'progress progress-on' : 'progress'} aria-hidden />
          {settings?.isTest && <StateTag tone="alert" label="测试环境，出具的证明不具效力" />}
          <WhoIsHere />
        </header>
        <div id="content" tabIndex={-1}>
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
      </div>
      <ScrollRestoration />
    </div>
  );
}

function Nav({ menu, onChosen }: { menu: MenuEntry[]; onChosen(): void }) {
  const may = useMay();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const shown = menu.filter(({ endpoint }) => may(endpoint));
  const fits = ({ to }: MenuEntry) => (to === '/' ? pathname === '/' : isBelow(here, to));
  // 证明审核 is 证明管理 with a filter: the entry that says most about the address is the active one.
  const active = shown.filter(fits).sort((a, b) => b.to.length - a.to.length)[0];
  return (
    <nav aria-label="主菜单">
      <ul className="menu">
        {shown.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} onClick={onChosen} {...(entry === active && { 'aria-current': 'page' as const })}>
              <span aria-hidden>{entry.icon}</span> {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
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

function WhoIsHere() {
  const { account } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'roles', label: account.roles.map((role) => ROLES[role]).join('、') || '无角色', disabled: true },
          { key: 'second-factor', label: '二次验证', onClick: () => void navigate('/second-factor') },
          { key: 'password', label: '修改密码', onClick: () => void navigate('/password') },
          { key: 'out', label: '退出登录', onClick: () => signOut() },
        ],
      }}
    >
      <Button type="text" className="who">
        {account.name}
      </Button>
    </Dropdown>
  );
}
