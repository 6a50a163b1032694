import { connect } from 'node:net';

/** A scanner of ClamAV that does not answer is given up after so long; a file of 20 MB takes a second. */
const ANSWER_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
const MAX_ANSWER_BYTES = 4_096;

/**
 * Has bytes looked at by clamd over its own protocol (INSTREAM, clamd(8)): the name of what was found, or null. Throws when
 * it does not answer, or with anything but a verdict (a limit of its own that is passed, for one).
 */
export async function scanByClamd(
  bytes: Buffer,
  { host, port, milliseconds = ANSWER_MS }: { host: string; port: number; milliseconds?: number },
): Promise<string | null> {
  const answer = await ask(bytes, { host, port }, milliseconds);
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (!found) throw new Error(`clamd answers ${JSON.stringify(answer.slice(0, 200))}`);
  return found;
}

function ask(bytes: Buffer, to: { host: string; port: number }, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(to, () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(4));
    });
    // From beginning to end: one that sends a byte now and then would hold the job for ever.
    const end = setTimeout(() => socket.destroy(new Error('clamd does not answer')), milliseconds);
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('utf8');
      if (answer.length > MAX_ANSWER_BYTES) socket.destroy(new Error('clamd answers too much'));
    });
    socket.on('error', reject);
    // An answer without its end is none.
    socket.on('close', () => {
      clearTimeout(end);
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1));
      else reject(new Error('clamd broke off'));
    });
  });
}
