import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { whenSignedOut } from './api/bearer.ts';
import { queryClient } from './api/query-client.ts';
import { endSession, SESSION_KEY } from './session/use-session.ts';
import { PAGES } from './addresses.ts';
import { watchPrivacy } from './platform/account/privacy.ts';
import { watchWayBack } from './platform/steps/way-back.ts';
import { recoverFromStaleFiles } from './platform/page/recover.ts';
import './app.css';
import './ui/kit-styles.ts';

// A session that ended elsewhere is noticed by the next call; the open page then leads to the sign-in page.
whenSignedOut.run = (code) => {
  if (code === 'not_signed_in') {
    if (queryClient.getQueryData(SESSION_KEY)) endSession();
  } else {
    void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
  }
};

recoverFromStaleFiles();
watchWayBack();
watchPrivacy();

export default function App({ children }: PropsWithChildren) {
  // Without this an unknown address stays blank.
  usePageNotFound(() => void Taro.redirectTo({ url: PAGES.notFound }));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
