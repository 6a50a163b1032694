import { ApiError, type FaultCode } from '../../api/api-error.ts';

/** What strangers meet here; everything else is ours to mend. */
const SENTENCES: Partial<Record<FaultCode, string>> = {
  offline: 'There is no connection. Check the network and try again.',
  timeout: 'No answer came in time. Please try again in a moment.',
  too_many_requests: 'Too many tries from this network. Please try again in ten minutes.',
  unavailable: 'The service is not available at the moment. Please try again later.',
  invalid_fields: 'Please correct what is marked below.',
};

/** The sentence for anything that was thrown, in English; '' where the message itself says it in both languages. */
export function faultInEnglish(fault: unknown): string {
  if (!(fault instanceof ApiError)) return ELSE;
  return /[a-z]{3} [a-z]{2}/i.test(fault.message) ? '' : (SENTENCES[fault.code] ?? ELSE);
}

const ELSE = 'Something went wrong on our side. Please try again later.';
