import { useQuery } from '@tanstack/react-query';
import { MAX_PAGE } from '../../bff/contract/endpoint.ts';
import { registryEndpoints, type OwnLawyer } from '../../bff/contract/registry/endpoints.ts';
import { comparedName } from '../../bff/contract/plain-characters.ts';
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

/** Those whose name or licence number contains what was typed; Latin letters are pinyin or its initials. */
export function findLawyers(lawyers: readonly OwnLawyer[], typed: string): OwnLawyer[] {
  const text = comparedName(typed).replace(/'/g, '');
  if (text === '') return [...lawyers];
  const isLatin = /^[a-z]+$/.test(text);
  return lawyers.filter(
    ({ name, licenceNo, pinyin }) =>
      comparedName(name).includes(text) || licenceNo.includes(text) || (isLatin && isSpelled(pinyin, text)),
  );
}

/** `linzhi`, `zhiyuan` and `lzy` for `lin zhi yuan`: from the beginning of a syllable, or initials. */
function isSpelled(pinyin: string, typed: string): boolean {
  const syllables = pinyin.split(/[^a-z]+/).filter(Boolean);
  const initials = syllables.map((syllable) => syllable[0]).join('');
  return initials.includes(typed) || syllables.some((_, at) => syllables.slice(at).join('').startsWith(typed));
}
