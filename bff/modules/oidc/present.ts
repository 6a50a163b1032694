import { toIso } from '../../contract/dates.ts';
import type { OidcBindingReply } from '../../contract/oidc/endpoints.ts';
import type { OidcBinding } from './model.ts';

/** A binding as its account sees it: the identifier at the provider is nobody's business. */
export function presentBinding(binding: OidcBinding, currentId: number | null): OidcBindingReply {
  return {
    id: binding.id,
    name: binding.name,
    boundAt: toIso(binding.boundAt),
    lastUsedAt: toIso(binding.lastUsedAt),
    isCurrent: binding.id === currentId,
  };
}
