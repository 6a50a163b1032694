import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown } from 'antd';
import { Suspense, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useNavigate, useNavigation, type Location } from 'react-router';
import { ROLES } from '../../bff/contract/accounts/enums.ts';
import { pageUrl } from '../addresses.ts';
import { usePublicSettings } from '../providers/public-settings.ts';
import { useSession } from '../providers/session.tsx';
import { StateTag } from '../ui/StateTag.tsx';
import { useLeaveGuard } from '../ui/form/use-leave-warning.ts';
import { useIsPhone } from '../ui/hooks/use-is-phone.ts';
import { useSubmitKey } from '../ui/hooks/use-submit-key.ts';
import { DutySwitch } from './DutySwitch.tsx';
import { Menu } from './Menu.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { MenuEntry } from './resource.tsx';
import { UnknownYear } from './UnknownYear.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Menu, name of whoever is signed in, and the page. */
export function Shell({ menu }: { menu: readonly MenuEntry[] }) {
  useLeaveGuard();
  useSubmitKey();
  const isPhone = useIsPhone();
  const [isOpen, setIsOpen] = useState(false);
  const settings = usePublicSettings();
  const isMoving = useNavigation().state !== 'idle';
  const nav = <Menu menu={menu} onChosen={() => setIsOpen(false)} />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      {isPhone ? (
        <Drawer
          open={isOpen}
          onClose={() => setIsOpen(false)}
          placement="left"
          size={264}
          title="律证"
          styles={{ body: { padding: '8px 0' } }}
        >
          {nav}
        </Drawer>
      ) : (
        <aside className="side">
          <Link to={pageUrl('home')} className="brand">
            律证<span>工作端</span>
          </Link>
          {nav}
        </aside>
      )}
      <div className="body">
        <header className="top">
          {isPhone && <Button type="text" icon={<MenuOutlined />} aria-label="菜单" onClick={() => setIsOpen(true)} />}
          <span className={isMoving ? 'progress progress-on' : 'progress'} aria-hidden />
          <SearchBox />
          {settings?.isTest && <StateTag tone="alert" label={isPhone ? '测试环境' : '测试环境，出具的证明不具效力'} />}
          <DutySwitch />
          <WhoIsHere />
        </header>
        <UnknownYear />
        <div id="content" tabIndex={-1}>
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
      </div>
      <ScrollRestoration getKey={placeKey} />
    </div>
  );
}

/** Every page that is opened by its address is `default`: one would begin where the one before was left. */
const placeKey = ({ key, pathname, search }: Location): string => (key === 'default' ? pathname + search : key);

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
          { key: 'second-factor', label: '二次验证', onClick: () => void navigate(pageUrl('secondFactor')) },
          { key: 'password', label: '修改密码', onClick: () => void navigate(pageUrl('password')) },
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
