/**
 * The token in the address that WeChat's scanner hands over (`q`, 扫普通链接二维码打开小程序) when somebody scans the QR
 * code of a letter; null for any other address.
 */
export function tokenOfScan(address: string): string | null {
  return /^https?:\/\/[^/?#]+\/c\/([\w-]{10,64})\/?(?:[?#].*)?$/.exec(address)?.[1] ?? null;
}
