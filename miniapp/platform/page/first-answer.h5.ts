import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';

/**
 * The answer that came with the page (bff/modules/verification/first-answer.ts): it stands there before any script, and
 * need not be asked for again. Undefined: none came, or it is gone.
 */
export function readFirstAnswer(): VerificationReply | undefined {
  const text = document.getElementById('first-answer-data')?.textContent;
  return text ? (JSON.parse(text) as VerificationReply) : undefined;
}

/** Takes it away, once the same is shown by the page itself. */
export function removeFirstAnswer(): void {
  document.getElementById('first-answer')?.remove();
}
