/** Order matters: WeChat and Edge also claim to be Chrome, Chrome to be Safari. */
const PROGRAMS: [RegExp, string][] = [
  [/miniProgram/i, '微信小程序'],
  [/MicroMessenger/i, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** A user agent in words people recognise their device by: 「微信 · iPhone」. */
export function describeDevice(userAgent: string): string {
  const name = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [name(PROGRAMS), name(SYSTEMS)].filter(Boolean).join(' · ') || '未知设备';
}
