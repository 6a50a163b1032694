import { WebSocket } from 'ws';
import { CHAT_SOCKET } from '../contract/chat/enums.ts';
import type { ServerFrame } from '../contract/chat/replies.ts';
import { serverFrame } from '../contract/chat/replies.ts';

/** A socket as a client holds it. */
export interface TestSocket {
  frames: ServerFrame[];
  /** Numbers of a talk, in the order in which they came. */
  seqsOf(id: number): number[];
  send(frame: unknown): void;
  close(): void;
  /** Its code, once it is closed. */
  closed: Promise<number>;
  /** The status of a refusal; 101: accepted. */
  opened: Promise<number>;
}

/** Opens a socket and says hello, as a mini-program does: with the token in a header. */
export function openSocket(
  url: string,
  {
    as,
    path = CHAT_SOCKET,
    have,
    headers = {},
    onFrame,
  }: {
    as?: string;
    path?: string;
    have?: Record<number, number>;
    headers?: Record<string, string>;
    onFrame?: (frame: ServerFrame) => void;
  },
): TestSocket {
  const ws = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
    headers: { ...(as && { authorization: `Bearer ${as}` }), ...headers },
  });
  const frames: ServerFrame[] = [];
  let said: (status: number) => void = () => undefined;
  const opened = new Promise<number>((resolve) => (said = resolve));
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  ws.on('unexpected-response', (_request, response) => {
    said(response.statusCode ?? 0);
    ws.terminate();
  });
  ws.on('error', () => undefined);
  ws.on('open', () => {
    said(101);
    if (have) ws.send(JSON.stringify({ t: 'hello', v: 1, have }));
  });
  ws.on('message', (data) => {
    // Whatever comes is held to the contract, as every answer over HTTP is.
    const frame = serverFrame.parse(JSON.parse((data as Buffer).toString()));
    frames.push(frame);
    onFrame?.(frame);
  });
  return {
    frames,
    seqsOf: (id) => frames.flatMap((frame) => (frame.t === 'msg' && frame.c === id ? [frame.m.seq] : [])),
    send: (frame) => ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    close: () => ws.terminate(),
    closed,
    opened,
  };
}
