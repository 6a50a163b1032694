import { WebSocket } from 'ws';
import type { FilledTalks } from './fill-talks.ts';

/** As from so many houses: one address opens 600 in a minute. */
const ADDRESSES = 40;
/** Whoever is shut out before being welcome comes again, as clients do: in a crowd, hello may be late. */
const AGAIN_MS = 500;

/** A member's socket, once it is welcome in its talk; `hear` is told every frame that comes. */
export function openSocket(
  address: string,
  talk: FilledTalks['talks'][number],
  at: number,
  hear: (frame: string) => void = () => undefined,
): Promise<WebSocket> {
  const { id, bearer } = talk;
  return new Promise((resolve, reject) => {
    let isWelcome = false;
    const ws = new WebSocket(`${address.replace('http', 'ws')}/api/chat/socket`, {
      headers: { authorization: `Bearer ${bearer}` },
      localAddress: `127.0.2.${(at % ADDRESSES) + 1}`,
      perMessageDeflate: false,
    });
    ws.on('open', () => ws.send(JSON.stringify({ t: 'hello', v: 1, have: { [id]: 0 } })));
    ws.on('message', (data) => {
      const frame = (data as Buffer).toString();
      hear(frame);
      if (!frame.includes('"welcome"')) return;
      isWelcome = true;
      resolve(ws);
    });
    ws.on('close', () => {
      if (!isWelcome) setTimeout(() => void openSocket(address, talk, at, hear).then(resolve, reject), AGAIN_MS);
    });
    ws.on('error', reject);
    ws.on('unexpected-response', (_request, { statusCode }) => {
      // No turn came in time: whoever is told so comes again as well.
      if (statusCode === 503) ws.terminate();
      else reject(new Error(`refused: ${statusCode}`));
    });
  });
}
