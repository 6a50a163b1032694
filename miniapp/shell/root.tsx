import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { queryClient } from '../api/query-client.ts';
import { usePullDown } from '../platform/page/use-pull-down.ts';
import { Box } from '../ui/elements.tsx';
import { classes } from '../ui/classes.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { PrivacyGate } from './privacy-gate.tsx';
import { useLargeText } from './use-large-text.ts';

/** The root of every page: design tokens, text size, and the title of the window. */
export function Root({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  const isLarge = useLargeText((state) => state.isLarge);
  useDidShow(() => void Taro.setNavigationBarTitle({ title }));
  usePullDown(refetchShown);
  return (
    <Box className={classes('lz', isLarge && 'lz-large', className)}>
      <SkipLink />
      {children}
      <PrivacyGate />
    </Box>
  );
}

/** All that the page shows and that may have changed: a file, once loaded, is the same for ever. */
const refetchShown = () =>
  queryClient.refetchQueries({
    type: 'active',
    predicate: ({ options }) => mayChange(options as { staleTime?: number }),
  });
const mayChange = ({ staleTime }: { staleTime?: number }) => staleTime !== Infinity;
