import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `[tsa]
serial = serial
signer_cert = tsa.crt
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
[req]
distinguished_name = dn
[dn]
[tsa_ext]
extendedKeyUsage = critical,timeStamping
`;

/** A time-stamp service of openssl's on this machine (RFC 3161). */
export interface TimeStampService {
  url: string;
  /** Folder with tsa.crt. */
  folder: string;
  /** How it answers: openssl's reply, turned by the test into what it wants to see. */
  answer: (reply: Buffer) => { status: number; body: Buffer };
  /** Requests so far. */
  asked: number;
  stop(): Promise<void>;
}

export const stamps: TimeStampService['answer'] = (body) => ({ status: 200, body });
export const isDown: TimeStampService['answer'] = (body) => ({ status: 503, body });

export async function startTimeStampService(): Promise<TimeStampService> {
  const folder = await mkdtemp(join(tmpdir(), 'lvzheng-tsa-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  await writeFile(join(folder, 'tsa.cnf'), CONFIG);
  await writeFile(join(folder, 'serial'), '01');
  const subject = ['-subj', '/CN=Test TSA', '-days', '2', '-config', 'tsa.cnf', '-extensions', 'tsa_ext'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.crt', ...subject);
  const server = createServer((request, response) => {
    void request.toArray().then(async (chunks: Buffer[]) => {
      service.asked++;
      await writeFile(join(folder, 'query'), Buffer.concat(chunks));
      openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'query', '-out', 'reply');
      const { status, body } = service.answer(await readFile(join(folder, 'reply')));
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const service: TimeStampService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder,
    answer: stamps,
    asked: 0,
    async stop() {
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    },
  };
  return service;
}
