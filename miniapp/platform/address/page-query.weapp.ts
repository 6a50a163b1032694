import { useSyncExternalStore } from 'react';
import { PAGES } from '../../addresses.ts';
import type { UsePageQuery } from '../signatures.ts';
import { keepQuery, keptQuery, onKeptQuery } from './kept-query.ts';

export const usePageQuery: UsePageQuery = (page) => {
  const query = useSyncExternalStore(onKeptQuery, () => keptQuery(PAGES[page]));
  return [query, (next) => keepQuery(PAGES[page], next)];
};
