import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '../api/query-client.ts';
import { storage, taroState, visits } from './taro.ts';

/** Draws a page of the client with nothing remembered from the test before. */
export function show(page: ReactElement) {
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
}

/** A device on which nobody has signed in yet. */
export function freshDevice(): void {
  queryClient.clear();
  history.replaceState(null, '', '/');
  storage.clear();
  visits.length = 0;
  taroState.params = {};
  taroState.path = '/pages/home/index';
}

/** Makes the window as wide as a PC, or a phone again. */
export function setWidth(px: number): void {
  window.matchMedia = (query: string) =>
    ({
      matches: px >= 992,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
}

// jsdom draws nothing, so it has nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;

// A busy machine is not what these tests are about.
configure({ asyncUtilTimeout: 10_000 });
