import dns from 'node:dns';
import net from 'node:net';

/** Tests reach this machine and nothing else: an outside service that is not doubled shows as a failure. */

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|0\.0\.0\.0|::)$/;
const PATCHED = Symbol.for('lvzheng.loopback-only');

class NetworkBlocked extends Error {
  readonly code = 'NETWORK_BLOCKED';
  constructor(host: string) {
    super(`tests may only reach this machine, not ${host}`);
    this.name = 'NetworkBlocked';
  }
}

function hostOf(args: unknown[]): string | undefined {
  const [first, second] = args;
  if (Array.isArray(first)) return hostOf(first); // net.connect hands on its normalised arguments as one array
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string };
    return path === undefined ? host : undefined; // a path is a socket file on this machine
  }
  return typeof first === 'number' && typeof second === 'string' ? second : undefined;
}

const prototype = net.Socket.prototype as net.Socket & { [PATCHED]?: true };
// Core modules are shared by all test files of a worker.
if (!prototype[PATCHED]) {
  prototype[PATCHED] = true;
  const connect = prototype.connect as (this: net.Socket, ...args: unknown[]) => net.Socket;
  prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host !== undefined && !LOOPBACK.test(host)) {
      queueMicrotask(() => this.destroy(new NetworkBlocked(host)));
      return this;
    }
    return connect.apply(this, args);
  };

  const lookup = dns.lookup as (...args: unknown[]) => unknown;
  dns.lookup = ((host: string, ...rest: unknown[]) => {
    if (LOOPBACK.test(host)) return lookup(host, ...rest);
    const done = rest.at(-1) as (error: Error) => void;
    queueMicrotask(() => done(new NetworkBlocked(host)));
    return undefined;
  }) as typeof dns.lookup;
  const lookupPromise = dns.promises.lookup as (...args: unknown[]) => unknown;
  dns.promises.lookup = (async (host: string, ...rest: unknown[]) => {
    if (!LOOPBACK.test(host)) throw new NetworkBlocked(host);
    return lookupPromise(host, ...rest);
  }) as typeof dns.promises.lookup;
}
