/**
 * Just enough DER to write a signature: building one from objects of an ASN.1 library takes longer than the RSA
 * operation itself.
 */
export function tlv(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.of(tag), length(body.length), body]);
}

export const sequence = (...content: Uint8Array[]): Buffer => tlv(0x30, ...content);
/** Its elements in ascending order, as DER wants a SET OF. */
export const setOf = (...content: Uint8Array[]): Buffer => tlv(0x31, ...content.sort(Buffer.compare));
export const octets = (content: Uint8Array): Buffer => tlv(0x04, content);
export const integer = (value: number): Buffer => tlv(0x02, Buffer.of(value));
/** [number], constructed: an implicit tag over the elements, or an explicit one around a single element. */
export const tagged = (number: number, ...content: Uint8Array[]): Buffer => tlv(0xa0 + number, ...content);
export const NULL = Buffer.of(0x05, 0x00);

/** @param dotted e.g. 1.2.840.113549.1.7.1 */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

function length(value: number): Buffer {
  if (value < 0x80) return Buffer.of(value);
  const bytes = value < 0x100 ? [value] : value < 0x10000 ? [value >> 8, value] : [value >> 16, value >> 8, value];
  return Buffer.of(0x80 + bytes.length, ...bytes);
}
