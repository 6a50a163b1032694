/** The mini-program has no AbortController; TanStack Query makes one for each query. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason: unknown = new Error('已取消')): void {
    this.signal.raise(reason);
  }
}

class Signal {
  aborted = false;
  reason: unknown = undefined;
  private listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  raise(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners) listener();
  }
}
