import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { publishTokens } from '../tokens.ts';
import { Door } from './Door.tsx';
import './door.css';

publishTokens(document.documentElement);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Door activityId={Number(new URLSearchParams(location.search).get('activity')) || null} />
  </StrictMode>,
);
