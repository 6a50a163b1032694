import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** As real servers do, so that an oversized attachment is noticed here already. */
const MAX_BYTES = 20 * 1024 * 1024;

/** A mail server on 127.0.0.1 that accepts any well-formed message and keeps it in `folder` as .eml. */
export async function startMailCatcher(folder: string, port: number): Promise<Server> {
  await mkdir(folder, { recursive: true });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: MAX_BYTES,
    onData(stream, _session, done) {
      keep(folder, stream).then(
        (isTooLarge) => done(isTooLarge ? Object.assign(new Error('message too large'), { responseCode: 552 }) : null),
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  return smtp.server;
}

async function keep(folder: string, stream: NodeJS.ReadableStream & { sizeExceeded?: boolean }): Promise<boolean> {
  const message = await buffer(stream);
  if (stream.sizeExceeded) return true;
  const name = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}.eml`;
  // Readers never see half a message.
  await writeFile(path.join(folder, `.${name}`), message);
  await rename(path.join(folder, `.${name}`), path.join(folder, name));
  return false;
}
