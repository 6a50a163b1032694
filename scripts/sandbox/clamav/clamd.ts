import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What every scanner knows by name and nothing is harmed by (eicar.org); in two parts, so that this file is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const COMMAND = 'zINSTREAM\0';
const MAX_BYTES = 25 * 1024 * 1024;

export interface Clamd {
  address: string;
  /** How many streams it has given a verdict on. */
  readonly verdicts: number;
  close(): Promise<void>;
}

/**
 * Behaves as clamd does over TCP (INSTREAM, zero-terminated), and strictly: any other command, a chunk longer than it says
 * or a stream beyond its limit gets an error. It finds EICAR and nothing else.
 */
export async function startClamd(port = 0): Promise<Clamd> {
  let verdicts = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const answer = answerTo(received);
      if (answer === null) return;
      if (answer.startsWith('stream: ')) verdicts++;
      socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    get verdicts() {
      return verdicts;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** What clamd says to all that it was sent so far; null: it waits for more. */
function answerTo(received: Buffer): string | null {
  if (received.length < COMMAND.length)
    return COMMAND.startsWith(received.toString('latin1')) ? null : 'UNKNOWN COMMAND';
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) return 'UNKNOWN COMMAND';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (let at = COMMAND.length; ;) {
    if (received.length < at + 4) return null;
    const length = received.readUInt32BE(at);
    if (length === 0) return verdictOn(Buffer.concat(chunks));
    bytes += length;
    if (bytes > MAX_BYTES) return 'INSTREAM size limit exceeded. ERROR';
    if (received.length < at + 4 + length) return null;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
}

const verdictOn = (stream: Buffer): string =>
  stream.includes(EICAR, 0, 'latin1') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';

/** A file that the scanner finds. */
export const infected = (): string => EICAR;
