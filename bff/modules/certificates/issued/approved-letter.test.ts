import { expect, test } from '@jest/globals';
import { database, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { certificateOf, issue, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Application, Certificate } from '../model.ts';

/** What somebody does who can write to the database while a letter waits for its signature. */

useOffice();

const sql = (statement: string, values: unknown[] = []) =>
  database.sequelize.query(statement, { replacements: values });

/** A letter that was approved and has no document yet. */
async function approved(): Promise<Certificate> {
  const { id } = await submit(await memberActor({ firmId: (await makeFirm()).id }));
  return certificateOf(id);
}
/** The letter that the forger would like to have. */
function falsified({ letter }: Certificate): string {
  const paragraphs = letter.paragraphs.map((paragraph) => paragraph.replace('未受到', '从未受到'));
  expect(paragraphs).not.toEqual(letter.paragraphs);
  return JSON.stringify({ ...letter, paragraphs });
}
async function expectUnsigned(certificate: Certificate): Promise<void> {
  await doDueWork();
  await certificate.reload();
  expect(certificate).toMatchObject({ issueState: 'failed', issuedAt: null, sha256: null, storageKey: null });
}

test('control: what was approved is signed', async () => {
  const certificate = await approved();
  await doDueWork();
  expect(await certificate.reload()).toMatchObject({ issueState: 'issued' });
});

test('a letter that is changed between approval and signature is not signed', async () => {
  const certificate = await approved();
  await sql('UPDATE certificates SET letter = ? WHERE id = ?', [falsified(certificate), certificate.id]);
  await expectUnsigned(certificate);
});

test.each([
  ['expires_on', '2099-12-31'],
  ['number', '2699999999'],
  ['decided_at', 1_600_000_000_000],
] as const)('nor with another %s', async (column, value) => {
  const certificate = await approved();
  await sql(`UPDATE certificates SET ${column} = ? WHERE id = ?`, [value, certificate.id]);
  await expectUnsigned(certificate);
});

test('nor one that nobody approved: rows and job alone sign nothing', async () => {
  const like = await approved();
  const { id: _id, number: _number, ...asked } = (await Application.findByPk(like.applicationId))!.get();
  const made = await Application.create({ ...asked, number: '2699999998', idempotencyKey: 'made-by-hand' });
  const { id: _own, ...columns } = like.get();
  const certificate = await Certificate.create({
    ...columns,
    applicationId: made.id,
    number: '2699999998',
    token: 'made-by-hand',
  });
  await transaction((t) => enqueue('issue-certificate', { certificateId: certificate.id }, { t }));
  await expectUnsigned(certificate);
});

test('nor one whose approval was taken from the log', async () => {
  const certificate = await approved();
  await AuditEntry.destroy({ where: { action: 'application.approved', targetId: certificate.applicationId } });
  await expectUnsigned(certificate);
});

test('nor a second time, when the row of an issued one is set back', async () => {
  const certificate = await issue(await memberActor({ firmId: (await makeFirm()).id }));
  await sql(
    `UPDATE certificates SET issue_state = 'issuing', issued_at = NULL, sha256 = NULL, storage_key = NULL WHERE id = ?`,
    [certificate.id],
  );
  await transaction((t) => enqueue('issue-certificate', { certificateId: certificate.id }, { t }));
  await expectUnsigned(certificate);
});
