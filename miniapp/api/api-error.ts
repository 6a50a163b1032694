import { ERRORS, type ErrorCode, type ErrorReply, type FieldFaults } from '../../bff/contract/errors.ts';

/** Faults that only a client can see. */
const CLIENT_FAULTS = {
  offline: '网络连接不上，请检查网络后重试',
  timeout: '等待时间过长，请稍后重试',
} as const;
export type FaultCode = ErrorCode | keyof typeof CLIENT_FAULTS;

/** What `call` throws: the server's own words, all field faults at once. */
export class ApiError extends Error {
  readonly code: FaultCode;
  readonly fields: FieldFaults;
  readonly requestId: string;

  constructor(code: FaultCode, details: { message?: string; fields?: FieldFaults; requestId?: string } = {}) {
    super(details.message ?? messageOf(code));
    this.code = code;
    this.fields = details.fields ?? {};
    this.requestId = details.requestId ?? '';
  }
}

function messageOf(code: FaultCode): string {
  return code in CLIENT_FAULTS ? CLIENT_FAULTS[code as keyof typeof CLIENT_FAULTS] : ERRORS[code as ErrorCode].message;
}

/** The error of a reply with a status of 400 or more; a body that isn't ours (a proxy's page) counts as unavailable. */
export function errorOfReply(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorReply> | null)?.error;
  if (error && typeof error === 'object' && error.code in ERRORS) return new ApiError(error.code, error);
  return new ApiError(status === 413 ? 'too_large' : status >= 500 ? 'unavailable' : 'bad_request');
}

/** The sentence to show for anything that was thrown. */
export function faultText(fault: unknown): string {
  return fault instanceof ApiError ? fault.message : ERRORS.internal.message;
}
