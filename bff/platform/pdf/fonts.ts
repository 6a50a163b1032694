import { join } from 'node:path';
import { root } from '../paths.ts';

const fonts = join(root, 'node_modules', '@expo-google-fonts');

/** Faces that templates may name: 'Noto Serif SC' (宋) 400 and 700, 'Noto Sans SC' (黑) 400, 'Tinos' 400 and 700. */
export const fontFiles = {
  song: join(fonts, 'noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'),
  songBold: join(fonts, 'noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'),
  hei: join(fonts, 'noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'),
  latin: join(fonts, 'tinos', '400Regular', 'Tinos_400Regular.ttf'),
  latinBold: join(fonts, 'tinos', '700Bold', 'Tinos_700Bold.ttf'),
} as const;
