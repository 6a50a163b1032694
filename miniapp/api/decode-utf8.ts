/** Text of UTF-8 bytes; the mini-program has no TextDecoder. Throws on bytes that are not UTF-8. */
export function decodeUtf8(bytes: ArrayBuffer): string {
  const escaped = Array.from(new Uint8Array(bytes), (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(escaped.join(''));
}
