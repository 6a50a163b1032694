import type { ThemeConfig } from 'antd';
import { tokens } from './tokens.ts';

/** Whoever asks the system for less motion gets none (admin.css): nothing may wait for the end of one. */
const isStill =
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const shared: ThemeConfig['token'] = {
  motion: !isStill,
  colorPrimary: tokens.blue,
  colorPrimaryActive: tokens.pressed,
  colorPrimaryBg: tokens.wash,
  colorLink: tokens.blue,
  colorLinkHover: tokens.pressed,
  colorError: tokens.red,
  colorErrorBg: tokens.redWash,
  colorErrorBorder: tokens.line,
  colorSuccess: tokens.green,
  colorSuccessBg: tokens.greenWash,
  colorSuccessBorder: tokens.line,
  colorWarning: tokens.amber,
  colorWarningBg: tokens.amberWash,
  colorWarningBorder: tokens.line,
  colorInfo: tokens.blue,
  colorInfoBg: tokens.wash,
  colorInfoBorder: tokens.line,
  colorText: tokens.ink,
  colorTextSecondary: tokens.second,
  colorTextDescription: tokens.second,
  colorTextPlaceholder: tokens.third,
  colorBorderSecondary: tokens.line,
  colorBgLayout: tokens.ground,
  borderRadius: 8,
  borderRadiusLG: 12,
  boxShadow: '0 6px 24px rgba(27, 36, 48, 0.12)',
  motionDurationFast: '0.1s',
  motionDurationMid: '0.16s',
  motionDurationSlow: '0.16s',
  fontFamily:
    "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif",
};

/** Dense on a desk, 44 px targets and 16 px text (no zoom on focus) under a thumb. */
export const deskTheme: ThemeConfig = { token: { ...shared, fontSize: 14, controlHeight: 36 } };
export const thumbTheme: ThemeConfig = {
  token: { ...shared, fontSize: 16, controlHeight: 44, controlHeightSM: 36 },
  // Seven days beside each other on 360 px.
  components: { DatePicker: { cellWidth: 42 } },
};
