import { expect, jest, test } from '@jest/globals';
import { verificationEndpoints } from '../../../contract/verification/endpoints.ts';
import { advanceClock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { useApi } from '../../../test/api.ts';
import { issue } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { isNotedEnded, noteEnded } from '../record/ended-notes.ts';
import { revokeCertificate } from './revoke-certificate.ts';

useOffice();
const api = useApi();
const sql = (statement: string, ...values: unknown[]) => database.sequelize.query(statement, { replacements: values });
const seen = async ({ token }: { token: string }) =>
  (await api.call(verificationEndpoints.verifyToken, { params: { token } })).json;

test('the line of a revocation is taken out, and the status set back: the page says so at once', async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const [own, revoked] = [await issue(actor), await issue(actor)];
  await revokeCertificate({ actor: staffActor('reviewer'), id: revoked.applicationId, reason: '材料不实' });
  await doDueWork();
  expect(await seen(revoked)).toMatchObject({ answer: 'authentic', standing: 'revoked' });
  await sql(`DELETE FROM audit_entries WHERE action = 'certificate.revoked' AND target_id = ?`, revoked.id);
  await sql(`UPDATE certificates SET standing = 'valid', standing_at = NULL WHERE id = ?`, revoked.id);
  await sql(`UPDATE applications SET standing = 'valid' WHERE id = ?`, revoked.applicationId);
  expect(await seen(revoked)).toEqual({ answer: 'unconfirmed' });
  expect(await seen(own)).toMatchObject({ answer: 'authentic', standing: 'valid' });
});

test('of many who verify at once one asks the store, which is told of each end once', async () => {
  const [noted, another] = [1_000_001, 1_000_002];
  const [listed, written] = [jest.spyOn(storage, 'list'), jest.spyOn(storage, 'put')];
  freezeClock(Date.now() + 60_000);
  try {
    await noteEnded(noted);
    advanceClock(60_000);
    listed.mockClear();
    const answers = await Promise.all([another, noted, another, another].map((id) => isNotedEnded(id)));
    expect(answers).toEqual([false, true, false, false]);
    expect(listed).toHaveBeenCalledTimes(1);
    await noteEnded(noted);
    expect(written).toHaveBeenCalledTimes(1);
  } finally {
    releaseClock();
    jest.restoreAllMocks();
  }
});
