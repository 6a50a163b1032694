import { clock } from '../../platform/clock/clock.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { findAccountOfMember } from '../accounts/find-account-of-member.ts';
import { DataDownload } from './model.ts';

const lawyers = (status: number) => ({
  ...answer(status, 'lawyer', 'other lawyer'),
  ...answer(404, 'firm', 'other firm'),
});

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listDataDownloads: { realm: 'member', passes: lawyers(200) },
  // Lawyers are persons, let in, and refused for a wrong password.
  askDataDownload: { realm: 'member', passes: lawyers(422), call: async () => ({ body: { password: 'falsch2026' } }) },
  takeDataDownload: {
    realm: 'member',
    // Its own lawyer is told that it is still being made; nobody else hears that there is one.
    passes: { ...answer(409, 'lawyer'), ...answer(404, 'other lawyer', 'firm', 'other firm') },
    hasObject: true,
    call: async ({ lawyer }: Cast) => id((await makingFor(lawyer.id)).id),
  },
  listRetentionRemovals: { realm: 'staff', passes: staff('registrar') },
};

async function makingFor(lawyerId: number): Promise<DataDownload> {
  const { id: accountId } = await findAccountOfMember({ kind: 'lawyer', id: lawyerId });
  const nothing = { readyAt: null, keptUntil: null, takenAt: null, storageKey: '', keySealed: '' };
  return DataDownload.create({ lawyerId, accountId, state: 'making', askedAt: clock.now(), ...nothing });
}
