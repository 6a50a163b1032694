import { FIRMS_FOUND } from '../../../contract/field-changes/limits.ts';
import type { FirmsToJoin } from '../../../contract/field-changes/replies.ts';
import { listFirms } from '../../registry/firms/list-firms.ts';

/** Firms that practise, by a part of their name or the beginning of their number: what the public directory shows. */
export async function findFirmsToJoin({ search }: { search: string }): Promise<FirmsToJoin> {
  const { items, next } = await listFirms({ search, status: 'active', limit: FIRMS_FOUND });
  return { items: items.map(({ name, licenceNo }) => ({ name, licenceNo })), isMore: next !== null };
}
