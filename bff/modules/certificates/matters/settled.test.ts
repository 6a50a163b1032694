import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { releaseClock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { changeFirm } from '../../../test/factories/changed-facts.ts';
import { issue } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf, settle as settleBy, verified as verifiedBy } from '../../../test/factories/matters.ts';
import { makeDiscipline, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { previewReplacement } from '../ended/preview-replacement.ts';
import { replaceCertificate } from '../ended/replace-certificate.ts';
import type { Certificate } from '../model.ts';

useOffice();
const api = useApi();
afterEach(releaseClock);
let staff = '';
beforeAll(async () => {
  staff = await staffToken('registrar');
});

const verified = (certificate: Certificate) => verifiedBy(api, certificate);
const settle = (id: number, act: 'revoke' | 'uphold', reason?: string) => settleBy(api, { as: staff, id, act, reason });
describe('settled', () => {
  test('by a revocation, which settles all that is open about the letter', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, documentNo: '江律纪字〔2025〕第2号' });
    const [matter] = await mattersOf(certificate);
    expect((await settle(matter!.id, 'revoke')).json).toMatchObject({ state: 'revoked' });
    expect((await mattersOf(certificate)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    expect(await verified(certificate)).toEqual({ standing: 'revoked', isUnderReview: false });
    expect(await InboxEntry.count({ where: { subjectId: certificate.applicationId, event: 'revoked' } })).toBe(1);
  });

  test('by a correction on the letter’s own page', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await changeFirm(firm, { approvedOn: '2001-03-02' });
    const id = certificate.applicationId;
    const reviewer = staffActor('reviewer');
    const { fingerprint: seen } = await previewReplacement({ actor: reviewer, id, correction: {} });
    await replaceCertificate({ actor: reviewer, id, reason: '批准日期更正', seen, correction: {} });
    expect((await mattersOf(certificate)).map(({ state }) => state)).toEqual(['replaced']);
    expect(await verified(certificate)).toEqual({ standing: 'replaced', isUnderReview: false });
  });
});

describe('whoever can write to the database', () => {
  test.each([
    ['settles the matter in its row', `UPDATE certificate_matters SET state = 'upheld' WHERE id = ?`],
    ['deletes it', 'DELETE FROM certificate_matters WHERE id = ?'],
    ['makes it one of staff alone', 'UPDATE certificate_matters SET is_public = 0 WHERE id = ?'],
  ])('%s: the mark stays, it follows the log', async (_what, sql) => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    const [matter] = await mattersOf(certificate);
    await database.sequelize.query(sql, { replacements: [matter!.id] });
    expect(await verified(certificate)).toMatchObject({ isUnderReview: true });
  });

  test('has one answer given twice: it answers no later question', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    const [matter] = await mattersOf(certificate);
    await settle(matter!.id, 'uphold');
    await database.sequelize.query(`UPDATE certificate_matters SET state = 'open' WHERE id = ?`, {
      replacements: [matter!.id],
    });
    await settle(matter!.id, 'uphold');
    expect(await verified(certificate)).toMatchObject({ isUnderReview: false });

    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, documentNo: '江律纪字〔2025〕第2号' });
    await database.sequelize.query(`DELETE FROM certificate_matters WHERE certificate_id = ?`, {
      replacements: [certificate.id],
    });
    expect(await verified(certificate)).toMatchObject({ isUnderReview: true });
  });

  test('deletes the line: the row says it, until the chain finds out', async () => {
    const { firm, actor } = await firmWith();
    const certificate = await issue(actor);
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await database.sequelize.query(
      `DELETE FROM audit_entries WHERE action = 'certificate.questioned' AND target_id = ?`,
      { replacements: [certificate.id] },
    );
    expect(await verified(certificate)).toMatchObject({ isUnderReview: true });
  });
});
