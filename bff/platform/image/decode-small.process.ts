/** Process that decodes the one picture that comes on its input, and answers what was said of it. */
import { buffer } from 'node:stream/consumers';
import { decodeSmall, type Decoded } from './decode-small.ts';
import { pictureOf } from './picture.ts';

async function decoded(): Promise<Decoded> {
  const warnings: string[] = [];
  const picture = pictureOf(await buffer(process.stdin), 'error');
  picture.on('warning', (warning: unknown) => void warnings.push(String(warning)));
  return decodeSmall(picture).then(
    () => ({ warnings }),
    () => ({ warnings: null }),
  );
}

process.stdout.write(JSON.stringify(await decoded()));
