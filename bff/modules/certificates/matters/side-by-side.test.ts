import { beforeAll, expect, test } from '@jest/globals';
import { setImmediate as pause } from 'node:timers/promises';
import { useApi, signedIn } from '../../../test/api.ts';
import { issue, newKey } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf, settle, verified } from '../../../test/factories/matters.ts';
import { makeDiscipline, makeStaffAccount, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { revokeCertificate } from '../ended/revoke-certificate.ts';
import { Application, Certificate } from '../model.ts';
import { CertificateMatter } from './model.ts';

/** Two of the staff at the same letters at the same moment. */

useOffice();
const api = useApi();
const reviewer = staffActor('reviewer');
let both: [string, string];
beforeAll(async () => {
  const sign = async (login: string) => signedIn(await makeStaffAccount(login, 'correct horse 1', ['registrar']));
  both = [await sign('lu'), await sign('gu')];
});

let serial = 0;
/** Copies of an issued certificate: many letters of one firm. */
async function manyLike(pattern: Certificate, count: number): Promise<Certificate[]> {
  const { id: _id, ...asked } = (await Application.findByPk(pattern.applicationId, { rejectOnEmpty: true })).get();
  const { id: _certificate, ...like } = pattern.get();
  const copies: Certificate[] = [];
  for (let n = 0; n < count; n++) {
    const key = `side-${++serial}`;
    const { id } = await Application.create({ ...asked, number: key, idempotencyKey: newKey() });
    copies.push(await Certificate.create({ ...like, applicationId: id, number: key, token: key, sha256: key }));
  }
  return copies;
}

test.each([
  ['uphold', 'revoke'],
  ['uphold', 'uphold'],
  ['revoke', 'revoke'],
] as const)(
  'of two who settle one matter at once, by %s and %s, one does; the other is told who',
  async (one, other) => {
    const { firm, actor } = await firmWith();
    const letters = await manyLike(await issue(actor), 8);
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await Promise.all(
      letters.map(async (letter, n) => {
        const [matter] = await mattersOf(letter);
        const [first, second] = n % 2 === 0 ? both : [both[1], both[0]];
        const answers = await Promise.all([
          settle(api, { as: first, id: matter!.id, act: one }),
          settle(api, { as: second, id: matter!.id, act: other }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        const late = answers.find(({ status }) => status === 409)!;
        expect(late.json.error).toMatchObject({ code: 'already_decided' });
        const settled = await matter!.reload();
        expect(late.json.error?.message).toContain(settled.settledBy);
        const acts = await AuditEntry.findAll({ where: { targetKind: 'certificate', targetId: letter.id } });
        const decided = acts.filter(
          ({ action }) => action === 'certificate.upheld' || action === 'certificate.revoked',
        );
        expect(decided.map(({ action }) => action)).toEqual([`certificate.${settled.state}`]);
      }),
    );
  },
);

test('a fact that is entered while letters are taken back leaves nothing open about those that are', async () => {
  for (let round = 0; round < 4; round++) {
    const { firm, actor } = await firmWith();
    const letters = await manyLike(await issue(actor), 12);
    await Promise.all([
      makeDiscipline({ subjectKind: 'firm', subjectId: firm.id }),
      ...letters.map(async ({ applicationId: id }, n) => {
        for (let turns = 0; turns < n * 3; turns++) await pause();
        await revokeCertificate({ actor: reviewer, id, reason: '材料不实' });
      }),
    ]);
    const open = await CertificateMatter.findAll({
      where: { certificateId: letters.map(({ id }) => id), state: 'open' },
    });
    expect(open).toEqual([]);
  }
}, 120_000);

test('a letter that is upheld while another fact is entered stays under review for that one', async () => {
  const { firm, actor } = await firmWith();
  const letter = await issue(actor);
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const [matter] = await mattersOf(letter);
  await Promise.all([
    settle(api, { as: both[0], id: matter!.id, act: 'uphold' }),
    makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, documentNo: '江律纪字〔2025〕第9号' }),
  ]);
  expect((await mattersOf(letter)).map(({ state }) => state)).toEqual(['upheld', 'open']);
  expect(await verified(api, letter)).toEqual({ standing: 'valid', isUnderReview: true });
});
