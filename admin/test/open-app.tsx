import './browser-gaps.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { routes } from '../App.tsx';
import { createQueryClient } from '../providers/query-client.ts';
import { Appearance } from '../ui/Appearance.tsx';

// Pages are imported when first opened, which takes the test runner seconds; a failure should say what is on the page, not print its markup.
configure({
  asyncUtilTimeout: 20_000,
  getElementError: (message, container) => new Error(`${message ?? ''}\nThe page says: ${container.textContent ?? ''}`),
});

export interface OpenedApp {
  user: UserEvent;
  /** Where the browser stands: path and query. */
  address(): string;
}

/** The whole client at an address, as a browser would open it. */
export function openApp(address: string): OpenedApp {
  cleanup();
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Appearance>
        <RouterProvider router={router} />
      </Appearance>
    </QueryClientProvider>,
  );
  return {
    user: userEvent.setup(),
    address: () => router.state.location.pathname + router.state.location.search,
  };
}
