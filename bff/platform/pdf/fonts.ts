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

/** For characters that 宋 lacks (2,000 of CJK extension B), tried in this order. */
export const rareFontFiles = {
  hongKong: join(fonts, 'noto-serif-hk', '400Regular', 'NotoSerifHK_400Regular.ttf'),
  hongKongBold: join(fonts, 'noto-serif-hk', '700Bold', 'NotoSerifHK_700Bold.ttf'),
  japan: join(fonts, 'noto-serif-jp', '400Regular', 'NotoSerifJP_400Regular.ttf'),
  japanBold: join(fonts, 'noto-serif-jp', '700Bold', 'NotoSerifJP_700Bold.ttf'),
} as const;
