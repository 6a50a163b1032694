import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Box } from '../ui/elements.tsx';
import { classes } from '../ui/classes.ts';
import { PrivacyGate } from './privacy-gate.tsx';
import { useLargeText } from './use-large-text.ts';

/** The root of every page: design tokens, text size, and the title of the window. */
export function Root({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  const isLarge = useLargeText((state) => state.isLarge);
  useDidShow(() => void Taro.setNavigationBarTitle({ title }));
  return (
    <Box className={classes('lz', isLarge && 'lz-large', className)}>
      {children}
      <PrivacyGate />
    </Box>
  );
}
