/** Process that posts to one address, some at a time, each body its own. Argument: a file with a Posting as JSON. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FilledTalks } from './fill-talks.ts';

export interface Posting {
  address: string;
  talks: FilledTalks['talks'];
  /** Something said in a talk, or one row written. */
  what: 'message' | 'row';
  count: number;
}

const AT_A_TIME = 16;
const { address, talks, what, count } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Posting;
let next = 0;

async function post(at: number): Promise<void> {
  const { id, bearer } = talks[at % talks.length] ?? { id: 0, bearer: '' };
  const text = `请问新证什么时候生效？${randomUUID()}`;
  const [path, body] =
    what === 'row'
      ? ['/api/one-insert', { chatId: id, text }]
      : [`/api/chat/${id}/messages`, { kind: 'text', clientId: randomUUID(), text }];
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let at = next++; at < count; at = next++) await post(at);
  }),
);
process.send?.({ posted: count });
process.disconnect();
