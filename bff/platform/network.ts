import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that tell one household or office from another (RFC 6177); it may use all the others at will. */
const NETWORK_BITS = 64;
/** The most that one customer is given (RFC 6177): 65,536 of those. */
const SITE_BITS = 48;

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
  return parsed instanceof ipaddr.IPv6 ? cutTo(parsed, NETWORK_BITS) : parsed.toString();
}

/**
 * The /48 that an IPv6 address or network (as networkOf says it) is of; null for everything else: an IPv4 address is no
 * part of anything that one holder has whole.
 */
export function siteOf(caller: string): string | null {
  const parsed = parse(caller.replace(/\/64$/, ''));
  return parsed instanceof ipaddr.IPv6 ? cutTo(parsed, SITE_BITS) : null;
}

function cutTo(address: ipaddr.IPv6, bits: number): string {
  return `${new ipaddr.IPv6(address.toByteArray().fill(0, bits / 8)).toString()}/${bits}`;
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // [2001:db8::1]:443, 2001:db8::1, 192.0.2.1:443 and 192.0.2.1; an interface (%eth0) is of this machine only.
  const [, bracketed, dotted] = /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address) ?? [];
  const bare = (bracketed ?? dotted ?? address).replace(/%.*$/, '');
  return ipaddr.isValid(bare) && (bare.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(bare))
    ? ipaddr.process(bare)
    : null;
}
