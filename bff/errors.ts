import { ERRORS, type ErrorCode, type FieldFaults } from './contract/errors.ts';

/** What a thrower may add to the code: every field fault at once, or a sentence better than the code's own. */
export interface AppErrorDetails {
  fields?: FieldFaults;
  message?: string;
  /** When the same may be asked again, in seconds. */
  retryAfterS?: number;
}

/**
 * A refusal the caller is meant to read, as against a defect. Acts throw it, `http/on-error` turns it into the reply. A
 * job has no caller: what ends one is a PermanentFailure (bff/platform/jobs).
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldFaults | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    super(details.message ?? ERRORS[code].message);
    this.name = 'AppError';
    this.code = code;
    this.fields = details.fields;
    this.retryAfterS = details.retryAfterS;
  }

  /** HTTP status of the code. */
  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** What an act is refused with, in words; null: it was done. For many acts, each of which stands for itself. */
export async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
