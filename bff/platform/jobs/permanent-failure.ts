/**
 * A job that would fail for ever: it is given up at once, and a person has to look. Everything else is tried again, an
 * AppError too: what an act refuses a caller now (no answer from outside, locked, too many) may be granted later. An act
 * that a job calls and whose refusal is final says so by this, or the job does at its edge.
 */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}
