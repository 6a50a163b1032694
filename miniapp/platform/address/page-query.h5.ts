import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { H5_ADDRESSES, PAGES } from '../../addresses.ts';
import type { UsePageQuery } from '../signatures.ts';

/** In the address itself: it survives a refresh, and the way back from another page. */
export const usePageQuery: UsePageQuery = (page) => {
  const [query, setQuery] = useState(shownQuery);
  useDidShow(look);
  // A link to the same page with other parameters opens nothing: Taro shows what is there.
  useEffect(() => {
    Taro.eventCenter.on('__taroRouterChange', look);
    return () => void Taro.eventCenter.off('__taroRouterChange', look);
  });

  function look() {
    // Beneath another page in the stack, the address is that one's.
    if (H5_ADDRESSES[PAGES[page]]?.includes(location.pathname)) setQuery(shownQuery());
  }
  function write(next: string) {
    history.replaceState(history.state, '', `${location.pathname}${next && `?${next}`}`);
    setQuery(next);
  }
  return [query, write];
};

const shownQuery = () => location.search.slice(1);
