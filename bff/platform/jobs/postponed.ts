/**
 * A job whose time has not come: what it needs is away, and the job is not at fault. It is due again after `pauseMs`, as
 * often as it takes; the attempt does not count. The message is what staff read meanwhile.
 */
export class Postponed extends Error {
  readonly pauseMs: number;

  constructor(message: string, pauseMs: number) {
    super(message);
    this.name = 'Postponed';
    this.pauseMs = pauseMs;
  }
}
