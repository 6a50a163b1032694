import type { ErrorCode, ErrorReply, FieldFaults } from '../../bff/contract/errors.ts';

export type FailureCode = ErrorCode | 'offline' | 'unreadable';

interface FailureDetails {
  fields?: FieldFaults | undefined;
  requestId?: string | undefined;
  cause?: unknown;
}

/** A call that did not succeed: the server's code and sentence, the faults by field, and the number to quote to support. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly fields: FieldFaults;
  readonly requestId: string;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'ApiFailure';
    this.code = code;
    this.fields = details.fields ?? {};
    this.requestId = details.requestId ?? '';
  }
}

/** Reads the error reply of a response with a status of 400 or more; a proxy's HTML page becomes `unreadable`. */
export async function toFailure(response: Response): Promise<ApiFailure> {
  const reply = (await response.json().catch(() => null)) as ErrorReply | null;
  if (!reply?.error) return new ApiFailure('unreadable', `服务暂时没有正常应答（${response.status}），请稍后重试`);
  const { code, message, fields, requestId } = reply.error;
  return new ApiFailure(code, message, { fields, requestId });
}

export const hasCode = (error: unknown, code: FailureCode): error is ApiFailure =>
  error instanceof ApiFailure && error.code === code;

/** A sentence for whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiFailure ? error.message : '页面出现问题，请刷新后重试';

/** The same where faults are not said beside their fields: each of them, in one sentence. */
export const everyFaultOf = (error: unknown): string =>
  (error instanceof ApiFailure && Object.values(error.fields).join('；')) || sentenceOf(error);
