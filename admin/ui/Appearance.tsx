import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { deskTheme, thumbTheme } from '../theme.ts';
import { useIsPhone } from './hooks/use-is-phone.ts';

dayjs.locale('zh-cn');

/** Theme and language for everything below. */
export function Appearance({ children }: { children: ReactNode }) {
  const isPhone = useIsPhone();
  return (
    <ConfigProvider locale={zhCN} theme={isPhone ? thumbTheme : deskTheme} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 2 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
