import { registryEndpoints } from '../../bff/contract/registry/endpoints.ts';
import { call } from '../providers/call.ts';
import type { Choice } from '../ui/form/RemoteSelect.tsx';
import { groupDigits } from '../../bff/contract/text.ts';

/** The first matches by name or number, as choices; the number tells people of one name apart. */
export async function searchLawyers(search: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await call(registryEndpoints.listLawyers, { query: { search, limit: 20 } }, signal);
  return items.map(({ id, name, licenceNo }) => ({ value: id, label: `${name}（${groupDigits(licenceNo)}）` }));
}
