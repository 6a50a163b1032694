/** Thrown when a turn did not come within the time the caller would wait. */
export class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout';
}

interface Waiter<T> {
  admit(item: T): void;
}

/**
 * Hands a few items (here: database connections) out one holder at a time, first come first served. A pool of one is
 * a gate.
 */
export class Turns<T> {
  readonly #free: T[];
  readonly #waiting: Waiter<T>[] = [];
  readonly #patienceMs: number;

  constructor(items: T[], patienceMs: number) {
    this.#free = [...items];
    this.#patienceMs = patienceMs;
  }

  /** How many wait for a turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves with an item that is the caller's until `give`; rejects with TurnTimeout. */
  take(): Promise<T> {
    const item = this.#free.pop();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve, reject) => {
      const waiter: Waiter<T> = {
        admit(next) {
          clearTimeout(timer);
          resolve(next);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new TurnTimeout(`no turn within ${this.#patienceMs} ms, ${this.#waiting.length} still waiting`));
      }, this.#patienceMs);
      this.#waiting.push(waiter);
    });
  }

  /** Works with an item once it is there, and passes it on afterwards. */
  async with<Answer>(work: (item: T) => Promise<Answer>): Promise<Answer> {
    const item = await this.take();
    try {
      return await work(item);
    } finally {
      this.give(item);
    }
  }

  /** Passes the item on to whoever has waited longest. */
  give(item: T): void {
    const next = this.#waiting.shift();
    if (next) next.admit(item);
    else this.#free.push(item);
  }
}
