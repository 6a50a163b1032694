import { useQuery } from '@tanstack/react-query';
import { MAX_PAGE } from '../../bff/contract/endpoint.ts';
import { registryEndpoints, type OwnLawyer } from '../../bff/contract/registry/endpoints.ts';
import { toHalfWidth } from '../../bff/contract/text.ts';
import { call } from '../api/client.ts';

/** The lawyers of the signed-in firm whom a letter may name: those in good standing. */
export function useOwnLawyers(accountId: number) {
  return useQuery({ queryKey: ['own-lawyers', accountId], queryFn: loadAll, staleTime: 60_000 });
}

async function loadAll(): Promise<OwnLawyer[]> {
  const lawyers: OwnLawyer[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof loadPage>> = await loadPage(cursor);
    lawyers.push(...page.items.filter(({ status }) => status === 'active'));
    cursor = page.next;
  } while (cursor);
  return lawyers;
}

function loadPage(cursor: string | null) {
  return call(registryEndpoints.listOwnLawyers, { query: { limit: MAX_PAGE, ...(cursor ? { cursor } : {}) } });
}

/** Those whose name or licence number contains what was typed (full-width digits too). */
export function findLawyers(lawyers: readonly OwnLawyer[], typed: string): OwnLawyer[] {
  const text = toHalfWidth(typed).replace(/\s/g, '');
  return text
    ? lawyers.filter((lawyer) => lawyer.name.includes(text) || lawyer.licenceNo.includes(text))
    : [...lawyers];
}
