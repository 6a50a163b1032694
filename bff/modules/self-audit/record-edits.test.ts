import { beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verificationEndpoints } from '../../contract/verification/endpoints.ts';
import { env } from '../../env.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { createFileSigner } from '../../platform/signer/file-signer.ts';
import { signer } from '../../platform/signer/signer.ts';
import { storage } from '../../platform/storage/storage.ts';
import { printLetter } from '../../templates/certificate/print-letter.ts';
import { useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { beginAnotherLog, sealTypesAnew } from '../../test/another-log.ts';
import { tenthOf } from '../../test/heavy.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { chainAudit } from '../audit/chain-audit.ts';
import { endMacOf, hashOf, macOf } from '../audit/entry-mac.ts';
import { AuditChain, AuditEntry } from '../audit/model.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { revokeCertificate } from '../certificates/ended/revoke-certificate.ts';
import { recordOf } from '../certificates/record/letter-record.ts';
import { takeOverCertificates } from '../certificates/issued/take-over-certificates.ts';
import { issuedLetter } from '../certificates/letters/printed-letter.ts';
import { Application, Certificate } from '../certificates/model.ts';
import { SelfAudit, SelfAuditFault } from './model.ts';
import { startNightlyAudit } from './start-self-audit.ts';

/** What somebody does who can write to the database and to the files, but neither signs nor has our keys. */

useOffice();
const api = useApi();
let own: Certificate;
let revoked: Certificate;

beforeAll(async () => {
  const firm = await makeFirm();
  for (let n = 0; n < 60; n++) await makeLawyer({ firmId: firm.id });
  const actor = await memberActor({ firmId: firm.id });
  own = await issue(actor, { type: 'firm-all-lawyers-clean' });
  revoked = await issue(actor);
  await revokeCertificate({ actor: staffActor('reviewer'), id: revoked.applicationId, reason: '材料不实' });
  await revoked.reload();
  await chainAudit();
});

const sql = (statement: string, values: unknown[] = []) =>
  database.sequelize.query(statement, { replacements: values });
/** The nightly round, from its beginning to its end: what it found. */
async function faults(): Promise<string[]> {
  await startNightlyAudit();
  await doDueWork();
  const round = await SelfAudit.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
  expect(round.finishedAt).not.toBeNull();
  const found = await SelfAuditFault.findAll({ where: { selfAuditId: round.id }, order: ['id'] });
  expect(round.faulty).toBe(found.length);
  return found.map(({ kind }) => kind);
}
const seen = async ({ token }: Certificate) =>
  (await api.call(verificationEndpoints.verifyToken, { params: { token } })).json;
const SOMETHING = { targetKind: 'job', targetId: 1, target: '任务 1' } as const;
const TYPE = '律所+全体律师无行业处分';
const UNCONFIRMED = { answer: 'unconfirmed' };

/** Undoes what was done to rows and files; each edit stands alone. */
async function undoing(act: () => Promise<void>): Promise<void> {
  const certificates = (await Certificate.findAll()).map((row) => ({ ...row.get() }));
  const entries = (await AuditEntry.findAll()).map((row) => ({ ...row.get() }));
  const chains = (await AuditChain.findAll()).map((row) => ({ ...row.get() }));
  try {
    await act();
  } finally {
    for (const row of certificates) await Certificate.upsert(row);
    await AuditEntry.destroy({ where: {} });
    await AuditEntry.bulkCreate(entries);
    await AuditChain.destroy({ where: {} });
    await AuditChain.bulkCreate(chains);
    await beginAnotherLog();
  }
  expect(await faults()).toEqual([]);
}

test('control: what nobody touched stays green', async () => {
  for (let n = 0; n < tenthOf(1_000); n++) {
    expect(await seen(own)).toMatchObject({ answer: 'authentic', standing: 'valid' });
    expect(await seen(revoked)).toMatchObject({ answer: 'authentic', standing: 'revoked' });
    expect(await faults()).toEqual([]);
  }
}, 600_000);

test('the letter in the database is changed', () =>
  undoing(async () => {
    const { letter } = own;
    const paragraphs = letter.paragraphs.map((paragraph) => paragraph.replace('未受到', '曾受到'));
    await sql('UPDATE certificates SET letter = ? WHERE id = ?', [JSON.stringify({ ...letter, paragraphs }), own.id]);
    expect(await faults()).toEqual(['record']);
    expect(await seen(own)).toEqual(UNCONFIRMED);
  }));

test.each([
  ['expires_on', '2099-12-31'],
  ['number', '2699999999'],
  ['issued_at', 4_000_000_000_000],
  ['is_test', 0],
  ['pages', 9],
  ['signer', '某某律师协会'],
] as const)('%s in the database is changed', (column, value) =>
  undoing(async () => {
    await sql(`UPDATE certificates SET ${column} = ? WHERE id = ?`, [value, own.id]);
    expect(await faults()).toHaveLength(1);
    expect(await seen(own)).toEqual(UNCONFIRMED);
  }),
);

test('revoked becomes valid, and valid becomes revoked', () =>
  undoing(async () => {
    await sql(`UPDATE certificates SET standing = 'valid' WHERE id = ?`, [revoked.id]);
    await sql(`UPDATE applications SET standing = 'valid' WHERE id = ?`, [revoked.applicationId]);
    await sql(`UPDATE certificates SET standing = 'revoked' WHERE id = ?`, [own.id]);
    expect(await faults()).toEqual(['record', 'record']);
    expect(await seen(revoked)).toEqual(UNCONFIRMED);
    expect(await seen(own)).toEqual(UNCONFIRMED);
  }));

test('row and file are deleted', async () => {
  const key = own.storageKey ?? '';
  const file = await storage.get(key);
  await undoing(async () => {
    await sql('DELETE FROM certificates WHERE id = ?', [own.id]);
    await storage.delete(key);
    expect(await faults()).toEqual(['vanished']);
    expect(await seen(own)).toEqual({ answer: 'unknown' });
    await storage.put(key, file);
  });
});

/** The file of a letter with other words, or the same, signed by a CA that somebody made under our names. */
async function forge(letter: Certificate['letter'], withRecord: 'with record' | 'as before'): Promise<Buffer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lvzheng-forger-'));
  try {
    const forger = await createFileSigner({ dataDir, associationName: env.ASSOCIATION_NAME });
    expect(forger.subject).toBe(signer.subject);
    const forged = Certificate.build({ ...own.get(), letter }, { isNewRecord: false });
    const text = recordOf({ ...forged.get(), pages: own.pages ?? 0, typeLabel: TYPE });
    const printed = await printLetter(issuedLetter(forged), { creationTime: own.decidedAt });
    const record = withRecord === 'with record' ? text : undefined;
    return await forger.sign(printed, { reason: '出具电子证明', signedAt: Date.now(), record });
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

const OTHER_WORDS = ['该所未受到本会任何行业处分。'];
test.each([
  ['letter, file and hash', OTHER_WORDS],
  ['file and hash, with the same letter,', null],
])('%s are replaced by what a CA of the same name has signed', (_what, words) =>
  undoing(async () => {
    const letter = { ...own.letter, ...(words && { paragraphs: words }) };
    const bytes = await forge(letter, 'with record');
    const key = 'certificates/forged/1-0.pdf';
    await storage.put(key, bytes);
    const values = [JSON.stringify(letter), key, sha256(bytes), own.id];
    await sql('UPDATE certificates SET letter = ?, storage_key = ?, sha256 = ? WHERE id = ?', values);
    expect(await faults()).toEqual(['record']);
    expect(await seen(own)).toEqual(UNCONFIRMED);
    // And the line of its issue made to fit, as far as that goes without the key of the log.
    const letterHash = sha256(recordOf({ ...own.get(), letter, pages: own.pages ?? 0, typeLabel: TYPE }));
    const { issuedAt } = own;
    const evidence = { file: sha256(bytes), letter: letterHash, signedBy: sha256('theirs'), issuedAt, type: TYPE };
    await sql(`UPDATE audit_entries SET evidence = ? WHERE action = 'certificate.issued' AND target_id = ?`, [
      JSON.stringify(evidence),
      own.id,
    ]);
    expect(await faults()).toEqual(['record', 'log']);
    expect(await seen(own)).toEqual(UNCONFIRMED);
    await storage.delete(key);
  }),
);

test('a line of the log is changed, moved to another certificate, or copied', () =>
  undoing(async () => {
    await sql(`UPDATE audit_entries SET action = 'certificate.mailed' WHERE action = 'certificate.revoked'`);
    await sql(`UPDATE certificates SET standing = 'valid' WHERE id = ?`, [revoked.id]);
    expect(await faults()).toContain('log');
    await sql(`UPDATE audit_entries SET evidence = NULL WHERE target_kind = 'certificate' AND target_id = ?`, [own.id]);
    expect(await faults()).toContain('record');
    expect(await seen(own)).toEqual(UNCONFIRMED);
  }));

test('the log is emptied', () =>
  undoing(async () => {
    for (const table of ['audit_entries', 'audit_chains']) await sql(`DELETE FROM ${table}`);
    expect(await faults()).toContain('record');
    expect(await seen(own)).toEqual(UNCONFIRMED);
    expect(await seen(revoked)).toEqual(UNCONFIRMED);
  }));

test('the log is emptied, cut or put back to an older state once it was anchored: it says so and does not begin again', () =>
  undoing(async () => {
    await sealAudit();
    expect(await faults()).toEqual([]);
    await transaction((t) => writeAudit({ actor: null, action: 'job.retried', ...SOMETHING }, t));
    const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
    const earlier = { ...end.get() };
    await sealAudit();
    // The last entries and the end go back together: consistent in itself.
    await sql('DELETE FROM audit_entries WHERE chain_no > ?', [earlier.length]);
    await AuditChain.update(earlier, { where: { id: 1 } });
    expect(await faults()).toEqual(['log']);
    await expect(sealAudit()).rejects.toThrow('截短');

    await sql('DELETE FROM audit_entries');
    await sql('DELETE FROM audit_chains');
    expect(await faults()).toContain('log');
    await transaction((t) => writeAudit({ actor: null, action: 'job.retried', ...SOMETHING }, t));
    await expect(sealAudit()).rejects.toThrow('does not begin again');
    for await (const { key } of storage.list('audit')) await storage.delete(key);
  }));

test('the log is rewritten by somebody who has the key: found at the next anchor, or by the next round', () =>
  undoing(async () => {
    await sealAudit();
    let hash = '';
    for (const entry of await AuditEntry.findAll({ order: ['chainNo'] })) {
      const mac = macOf({ ...entry.get(), actor: '某某' });
      const link = { chainNo: entry.chainNo ?? 0, previousHash: hash, id: entry.id, mac, keyId: entry.keyId };
      await entry.update({ actor: '某某', mac, previousHash: hash, hash: hashOf(link) });
      ({ hash } = entry as { hash: string });
    }
    const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
    await end.update({ hash, mac: endMacOf({ length: end.length, hash, legacy: end.legacy, keyId: end.keyId }) });
    expect(await verifyAudit()).toMatchObject({ altered: [], broken: [] });
    await expect(sealAudit()).rejects.toThrow('重写');
    expect(await faults()).toEqual(['log']);
    for await (const { key } of storage.list('audit')) await storage.delete(key);
  }));

/** As an earlier version left them: lines that witness nothing, files that keep no record. */
async function asBefore(): Promise<void> {
  for (const certificate of await Certificate.findAll()) {
    const printed = await printLetter(issuedLetter(certificate), { creationTime: certificate.decidedAt });
    const bytes = await signer.sign(printed, { reason: '出具电子证明', signedAt: certificate.decidedAt });
    await storage.put(certificate.storageKey ?? '', bytes);
    await certificate.update({ sha256: sha256(bytes) });
  }
  for (const entry of await AuditEntry.findAll()) {
    const bare = { ...entry.get(), evidence: null };
    await entry.update({ evidence: null, chainNo: null, hash: null, previousHash: null, mac: macOf(bare) });
  }
  await AuditChain.destroy({ where: {} });
  await chainAudit();
  await sealTypesAnew();
}

test('certificates of an earlier version are taken over once each, and what was wrong then is listed, not blessed', async () => {
  const files = await Promise.all([own, revoked].map(({ storageKey }) => storage.get(storageKey ?? '')));
  await undoing(async () => {
    await asBefore();
    expect(await faults()).toEqual(['record', 'record']);
    expect(await seen(own)).toEqual(UNCONFIRMED);

    // Exchanged before the upgrade, by one that says the same under the same names.
    const key = own.storageKey ?? '';
    const ours = await storage.get(key);
    const theirs = await forge(own.letter, 'as before');
    await storage.put(key, theirs);
    await Certificate.update({ sha256: sha256(theirs) }, { where: { id: own.id } });
    await takeOverCertificates(new AbortController().signal);
    expect(await seen(own)).toEqual(UNCONFIRMED);
    await storage.put(key, ours);
    await Certificate.update({ sha256: sha256(ours) }, { where: { id: own.id } });
    // Changed before the upgrade: the file says something else.
    const { letter } = own;
    const paragraphs = letter.paragraphs.map((paragraph) => paragraph.replace('未受到', '曾受到'));
    await sql('UPDATE certificates SET letter = ? WHERE id = ?', [JSON.stringify({ ...letter, paragraphs }), own.id]);
    await Promise.all([0, 1].map(() => takeOverCertificates(new AbortController().signal)));
    expect(await seen(own)).toEqual(UNCONFIRMED);
    expect(await seen(revoked)).toMatchObject({ answer: 'authentic', standing: 'revoked' });
    expect(await faults()).toEqual(['record']);

    await Certificate.update({ letter }, { where: { id: own.id } });
    for (let n = 0; n < 2; n++) await takeOverCertificates(new AbortController().signal);
    expect(await seen(own)).toMatchObject({ answer: 'authentic', standing: 'valid' });
    expect(await faults()).toEqual([]);
    expect(await AuditEntry.count({ where: { action: 'certificate.taken_over' } })).toBe(2);

    // What was taken over is guarded as what is issued.
    await sql('UPDATE certificates SET letter = ? WHERE id = ?', [JSON.stringify({ ...letter, paragraphs }), own.id]);
    expect(await seen(own)).toEqual(UNCONFIRMED);
    for (const [n, certificate] of [own, revoked].entries()) {
      await storage.put(certificate.storageKey ?? '', files[n] ?? Buffer.alloc(0));
    }
  });
  expect(await Application.count()).toBe(2);
});
