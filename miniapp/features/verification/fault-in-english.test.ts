import { expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode } from '../../../bff/contract/errors.ts';
import { ApiError } from '../../api/api-error.ts';
import { faultInEnglish } from './fault-in-english.ts';

it('whatever is thrown has a sentence in English, once', () => {
  const codes = [...(Object.keys(ERRORS) as ErrorCode[]), 'offline', 'timeout'] as const;
  for (const code of codes) expect(faultInEnglish(new ApiError(code))).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
  expect(faultInEnglish(new TypeError('x'))).toContain('Please try again later');
  // The server has said it in both languages.
  expect(faultInEnglish(new ApiError('too_many_requests', { message: '请稍后再试。 Too many tries.' }))).toBe('');
});
