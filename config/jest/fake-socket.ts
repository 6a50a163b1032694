/** The server's end of a socket, for tests of clients: they open it, say frames over it, and read what came. */
export class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  readyState = 0;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  readonly address: URL;
  constructor(address: URL) {
    this.address = address;
    FakeSocket.opened.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
  }

  /** Lets the client in. */
  welcome(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    this.say({ t: 'welcome', v: 1 });
  }
  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

/** Sockets of this test are these; answers the one that was opened last. */
export function fakeSockets(): () => FakeSocket | undefined {
  FakeSocket.opened = [];
  Object.assign(globalThis, { WebSocket: FakeSocket });
  return () => FakeSocket.opened.at(-1);
}
