import { getEncrypted } from '../../../platform/storage/encrypted-files.ts';
import type { RegistrationForm } from '../model.ts';

/** What files of a lawyer's forms are bound to: those of one do not open as another's. */
export const contextOf = (lawyerId: number) => `registration_forms:${lawyerId}`;

/** The signed file; null: it is not there, or is no longer what was stored. Rejects when the store does not answer. */
export async function readForm({ storageKey: at, keySealed, lawyerId }: RegistrationForm): Promise<Buffer | null> {
  try {
    return await getEncrypted({ at, keySealed, context: contextOf(lawyerId) });
  } catch (error) {
    if (isGone(error) || isChanged(error)) return null;
    throw error;
  }
}

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
/** What Node says of bytes that were changed or are encrypted with another key. */
const isChanged = (error: unknown) => error instanceof Error && /unable to authenticate data/.test(error.message);
