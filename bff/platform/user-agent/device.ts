type Names = [RegExp, string][];

/** Order matters: apps also claim to be WeChat, WeChat and Edge to be Chrome, Chrome to be Safari. */
const APPS: Names = [
  [/miniProgram/i, '微信小程序'],
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/Lark|Feishu/i, '飞书'],
];
const BROWSERS: Names = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: Names = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
const KINDS: Names = [
  [/Mobile|Android|iPhone|iPad|HarmonyOS/i, '手机浏览器'],
  [/^/, '电脑浏览器'],
];

const nameIn = (userAgent: string, names: Names) => names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** A user agent in words by which people recognise their device: 「微信 · iPhone」. */
export function describeDevice(userAgent: string): string {
  const program = nameIn(userAgent, [...APPS, ...BROWSERS]);
  return [program, nameIn(userAgent, SYSTEMS)].filter(Boolean).join(' · ') || '未知设备';
}

/** The same so coarse that it is nobody's: 「微信」, 「电脑浏览器」. */
export function coarseDevice(userAgent: string): string {
  return nameIn(userAgent, [...APPS, ...KINDS]) ?? '';
}
