import type { FoundListed } from '../../../contract/eligible-count/replies.ts';
import type { FindListedParsed } from '../../../contract/eligible-count/schemas.ts';
import { transaction } from '../../../platform/db/database.ts';
import { findByLicences } from '../../registry/facts/find-by-licence.ts';

/** Whose licence numbers these lines are; a blank line is nobody's, and is missed by nobody. */
export async function findListed({ lines }: FindListedParsed): Promise<FoundListed> {
  const found = await transaction((t) => findByLicences([...new Set(lines)].filter(Boolean), t));
  return {
    lawyerIds: [...new Set(lines.flatMap((text) => found.get(text) ?? []))],
    missingLines: lines.flatMap((text, at) => (text === '' || found.has(text) ? [] : [at + 1])),
  };
}
