import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isIntact } from '../pdf/fixtures/pdf-tools.ts';
import { renderSource, startPdf, stopPdf } from '../pdf/render.ts';
import { createFileSigner } from './file-signer.ts';
import { timeStampService } from './time-stamp.ts';

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
const HASH = createHash('sha256').update('a signature').digest();

let directory: string;
let server: Server;
let url: string;
/** How the service answers: openssl's reply, turned by the test into what it wants to see. */
let answer: (reply: Buffer) => { status: number; body: Buffer };

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });

async function stamp(request: IncomingMessage): Promise<{ status: number; body: Buffer }> {
  await writeFile(join(directory, 'query'), Buffer.concat((await request.toArray()) as Buffer[]));
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'query', '-out', 'reply');
  return answer(await readFile(join(directory, 'reply')));
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lvzheng-tsa-'));
  await writeFile(join(directory, 'tsa.cnf'), CONFIG);
  await writeFile(join(directory, 'serial'), '01');
  const subject = ['-subj', '/CN=Test TSA', '-days', '2', '-config', 'tsa.cnf', '-extensions', 'tsa_ext'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.crt', ...subject);
  server = createServer((request, response) => {
    void stamp(request).then(({ status, body }) => response.writeHead(status).end(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await startPdf({ workers: 1 });
});
afterAll(async () => {
  await stopPdf();
  await new Promise((closed) => server.close(closed));
  await rm(directory, { recursive: true });
});

test('a signature with a time stamp is valid, and openssl agrees with the stamp', async () => {
  answer = (body) => ({ status: 200, body });
  const signer = await createFileSigner({ dataDir: directory, associationName: '江海市律师协会', tsaUrl: url });
  const source = '#set text(font: "Tinos", fallback: false)\nwords';
  const signed = await signer.sign(await renderSource('certificate', source, {}, Date.now()), {
    reason: '出具电子证明',
    signedAt: Date.now(),
  });
  expect(isIntact(signed)).toBe(true);
  const hex = /\/Contents <([0-9a-f]+)>/.exec(signed.toString('latin1'))?.[1] ?? '';
  await writeFile(join(directory, 'signature'), Buffer.from(hex, 'hex'));
  expect(openssl('asn1parse', '-inform', 'DER', '-in', 'signature').toString()).toContain('id-smime-aa-timeStampToken');
});

test('the token is about our hash', async () => {
  answer = (body) => ({ status: 200, body });
  await writeFile(join(directory, 'token'), await timeStampService(url)(HASH));
  const check = ['ts', '-verify', '-token_in', '-in', 'token', '-CAfile', 'tsa.crt', '-digest'];
  expect(openssl(...check, HASH.toString('hex')).toString()).toContain('Verification: OK');
  const other = createHash('sha256').update('another signature').digest('hex');
  expect(() => openssl(...check, other)).toThrow(); // control
});

test('a service that is down, refuses, or answers something else is an error', async () => {
  answer = (body) => ({ status: 503, body });
  await expect(timeStampService(url)(HASH)).rejects.toThrow('answered 503');
  answer = () => ({ status: 200, body: Buffer.from('<html>') });
  await expect(timeStampService(url)(HASH)).rejects.toThrow();
  answer = () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') }); // PKIStatus rejection
  await expect(timeStampService(url)(HASH)).rejects.toThrow('refused: status 2');
  let earlier: Buffer | null = null;
  answer = (body) => ({ status: 200, body: (earlier ??= body) });
  await timeStampService(url)(HASH);
  await expect(timeStampService(url)(HASH)).rejects.toThrow('stamped something else'); // replayed: another nonce
});
