import {
  SENSITIVE_EDITION,
  isSensitiveSection,
  type ConsentAnswer,
  type ConsentState,
  type SensitiveSection,
} from '../../../../bff/contract/profile/consents.ts';
import { profileEndpoints as profiles } from '../../../../bff/contract/profile/endpoints.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { kept, useOwnProfile } from '../use-profile.ts';

/** How the separate consent to what is sensitive in a section stands; null: nothing in it is, or nobody has said yet. */
export function useConsent(key: SectionKey): ConsentState | null {
  const { data } = useOwnProfile({ enabled: isSensitiveSection(key) });
  if (!isSensitiveSection(key)) return null;
  return data?.sections.find((one) => one.key === key)?.consent ?? null;
}

/** Says yes or no to it; after a no nothing of it is left, in what is in force neither. Throws ApiError. */
export async function answerConsent(section: SensitiveSection, answer: ConsentAnswer): Promise<void> {
  const body = { section, answer, edition: SENSITIVE_EDITION } as const;
  await kept(call(profiles.answerSensitiveConsent, { body }));
  await queryClient.invalidateQueries({ queryKey: ['profile', 'archive'] });
}
