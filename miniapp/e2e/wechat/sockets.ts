import { WebSocket } from 'ws';
import type { Phone } from './wx.ts';

type Hear = (event: object) => void;

/** wx.connectSocket against a server of the test. */
export interface Sockets {
  connect(given: Record<string, unknown>): object;
  /** What the system does to a program in the background: whatever is open breaks off. */
  breakOff(): void;
}

/**
 * Sockets as WeChat gives them: a task at once, events later, no more than one for this program, and none that is left open
 * when the program goes to the background (desk.md, Mini-program: developers report that two exist on devices).
 */
export function createSockets(server: string, phone: Phone, faults: string[]): Sockets {
  const open = new Set<WebSocket>();
  return {
    connect({ url, header }) {
      if (phone.isHidden) faults.push('connectSocket in the background');
      if (open.size > 0) faults.push('a second socket beside the one that is open');
      const { pathname } = new URL(String(url));
      const headers = header as Record<string, string>;
      const ws = new WebSocket(`${server.replace(/^http/, 'ws')}${pathname}`, { headers });
      if (phone.isOffline) ws.terminate();
      open.add(ws);
      ws.on('close', () => open.delete(ws));
      ws.on('error', () => undefined);
      return {
        onOpen: (hear: Hear) => void ws.on('open', () => hear({ header: {} })),
        onMessage: (hear: Hear) => void ws.on('message', (data: Buffer) => hear({ data: data.toString() })),
        onClose: (hear: Hear) => void ws.on('close', (code: number) => hear({ code, reason: '' })),
        onError: (hear: Hear) => void ws.on('error', ({ message }: Error) => hear({ errMsg: message })),
        send({ data }: { data: string }) {
          if (ws.readyState === WebSocket.OPEN) ws.send(data);
        },
        close() {
          // From then on it no longer counts, whatever the other end takes to agree.
          open.delete(ws);
          ws.close();
        },
      };
    },
    breakOff() {
      if (open.size > 0) faults.push('a socket was left open in the background');
      for (const ws of open) ws.terminate();
    },
  };
}
