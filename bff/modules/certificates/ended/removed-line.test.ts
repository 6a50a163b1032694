import { expect, test } from '@jest/globals';
import { verificationEndpoints } from '../../../contract/verification/endpoints.ts';
import { database } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { issue } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
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
