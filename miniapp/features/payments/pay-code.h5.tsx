/** The QR code of a payment, to be scanned with WeChat. */
export function PayCode({ picture }: { picture: string }) {
  return <img src={picture} alt="微信支付二维码" width={240} height={240} />;
}
