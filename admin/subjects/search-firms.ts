import { registryEndpoints } from '../../bff/contract/registry/endpoints.ts';
import { call } from '../providers/call.ts';
import type { Choice } from '../ui/form/RemoteSelect.tsx';
import { groupDigits } from '../../bff/contract/text.ts';

/** The first matches by name or number, as choices. */
export async function searchFirms(search: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await call(registryEndpoints.listFirms, { query: { search, limit: 20 } }, signal);
  return items.map(({ id, name, licenceNo }) => ({ value: id, label: `${name}（${groupDigits(licenceNo)}）` }));
}
