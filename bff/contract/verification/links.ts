/**
 * The token in the address of a certificate's link (`https://…/c/<token>`), as a QR code has it and as WeChat's scanner
 * hands it over (`q`, 扫普通链接二维码打开小程序); null for any other address. Pure, for server and clients.
 */
export function tokenOfScan(address: string): string | null {
  return /^https?:\/\/[^/?#]+\/c\/([\w-]{10,64})\/?(?:[?#].*)?$/.exec(address)?.[1] ?? null;
}
