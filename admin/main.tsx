import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import './admin.css';
import { BASE } from './addresses.ts';
import { routes } from './App.tsx';
import { createQueryClient } from './providers/query-client.ts';
import { publishTokens } from './tokens.ts';
import { Appearance } from './ui/Appearance.tsx';

publishTokens(document.documentElement);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <Appearance>
        <RouterProvider router={createBrowserRouter(routes, { basename: BASE })} />
      </Appearance>
    </QueryClientProvider>
  </StrictMode>,
);
