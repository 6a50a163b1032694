import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that tell one household or office from another (RFC 6177); it may use all the others at will. */
const NETWORK_BITS = 64;

/**
 * An address as it is written down: without a port that a proxy added, an IPv4 address mapped into IPv6 as IPv4, IPv6 in
 * its one short form. What is no address stays as it is.
 * @param address as a socket or X-Forwarded-For gives it
 */
export function plainAddress(address: string): string {
  return parse(address)?.toString() ?? address;
}

/** Whom a limit counts: an IPv4 address, or the /64 of an IPv6 address. What is no address counts for itself. */
export function networkOf(address: string): string {
  const parsed = parse(address);
  if (!parsed) return address;
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const bytes = parsed.toByteArray().fill(0, NETWORK_BITS / 8);
  return `${new ipaddr.IPv6(bytes).toString()}/${NETWORK_BITS}`;
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // [2001:db8::1]:443, 2001:db8::1, 192.0.2.1:443 and 192.0.2.1; an interface (%eth0) is of this machine only.
  const [, bracketed, dotted] = /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address) ?? [];
  const bare = (bracketed ?? dotted ?? address).replace(/%.*$/, '');
  return ipaddr.isValid(bare) && (bare.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(bare))
    ? ipaddr.process(bare)
    : null;
}
