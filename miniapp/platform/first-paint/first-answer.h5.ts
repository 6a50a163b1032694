import type { PublicSettings } from '../../../bff/contract/settings/replies.ts';
import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';

/**
 * The answer that came with the page (bff/modules/verification/first-answer.ts): it stands there before any script, and
 * need not be asked for again. Undefined: none came, or it is gone.
 */
export const readFirstAnswer = () => readData<VerificationReply>('first-answer-data');

/** The office's names and numbers as they came with the page (bff/modules/settings/office-data.ts); undefined: none came. */
export const readOfficeData = () => readData<PublicSettings>('office-data');

/** Takes the sign-in page away as the server paints it (bff/modules/sign-in/sign-in-look.ts), once it is shown by the page itself. */
export const removeSignInLook = () => document.getElementById('sign-in-look')?.remove();

function readData<T>(id: string): T | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : undefined;
}
