import { describe, expect, test } from '@jest/globals';
import { bulkEndpoints, type BulkPreCheck } from '../../contract/bulk/endpoints.ts';
import type { PreCheckContent } from '../../contract/certificates/schemas.ts';
import type { FirmActor } from '../../actor.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { content, newKey } from '../../test/factories/certificate.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { Application } from '../certificates/model.ts';
import { CertificateType } from '../certificates/model.ts';
import type { Lawyer } from '../registry/model.ts';
import { showBulk } from './show-bulk.ts';
import { submitBulk } from './submit-bulk.ts';

useOffice();
const api = useApi();

/** A firm with lawyers who began to practise on these days, and were members from then on. */
async function firmOf(...days: string[]) {
  const firm = await makeFirm();
  const lawyers: Lawyer[] = [];
  for (const [i, day] of days.entries()) {
    const name = `律师${i + 1}`;
    lawyers.push(await makeLawyer({ firmId: firm.id, name, firstPractisedOn: day, joinedOn: day }));
  }
  const actor = (await memberActor({ firmId: firm.id })) as FirmActor;
  return { actor, lawyers, token: await memberToken({ firmId: firm.id }) };
}
const form = (lawyers: Lawyer[], more: Partial<PreCheckContent> = {}): PreCheckContent => ({
  type: 'firm-some-lawyers-clean',
  since: '2022-01-01',
  lawyerIds: lawyers.map(({ id }) => id),
  ...more,
});
const preCheck = (token: string, body: PreCheckContent) => api.call(bulkEndpoints.preCheckBulk, { as: token, body });

describe('before a bulk application is submitted', () => {
  test('it is said how many are issued at once and why the others are not, and so it comes', async () => {
    const { actor, lawyers, token } = await firmOf('2010-05-06', '2023-03-01', '2012-05-06', '2011-05-06');
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[3]!.id });
    const before = await Application.count();
    const answer = await preCheck(token, form(lawyers));
    expect(answer.status).toBe(200);
    const said = answer.json as unknown as BulkPreCheck;
    expect(said).toMatchObject({ reviewMode: 'automatic', total: 4, automatic: 2 });
    expect(said.reasons.map(({ rule, words }) => [rule, words])).toEqual([
      ['period_plausible', expect.stringMatching(/^律师2：/)],
      ['no_discipline', expect.stringContaining('涉及他人信息')],
    ]);
    expect(await Application.count()).toBe(before);

    const id = await submitBulk({
      actor,
      content: content({ type: 'firm-some-lawyers-clean', since: '2022-01-01', lawyerIds: lawyers.map((l) => l.id) }),
      idempotencyKey: newKey(),
    });
    await doDueWork();
    const outcomes = (await showBulk({ actor, id })).lines.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['issued', 'to_person', 'issued', 'to_person']);
    expect(outcomes.filter((outcome) => outcome === 'issued')).toHaveLength(said.automatic);
  });

  test('what is a lawyer’s own business names nobody', async () => {
    const { lawyers, token } = await firmOf('2010-05-06', '2010-05-06', '2010-05-06');
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[1]!.id });
    const { json } = await preCheck(token, form(lawyers));
    expect(json).toMatchObject({ automatic: 2, reasons: [{ names: [], remedies: [] }] });
    expect(JSON.stringify(json['reasons'])).not.toMatch(/律师2|警告/);
  });

  test('the way out of a late start is offered, and taking it makes all of them automatic', async () => {
    const { lawyers, token } = await firmOf('2010-05-06', '2023-03-01');
    const late = (await preCheck(token, form(lawyers))).json as unknown as BulkPreCheck;
    expect(late.reasons[0]?.remedies.map(({ kind }) => kind)).toEqual(['own-start', 'drop-lawyers']);
    const own = await preCheck(token, form(lawyers, { sinceFirstPractice: true }));
    expect(own.json).toMatchObject({ total: 2, automatic: 2, reasons: [] });
  });

  test('a type that a person always decides says so, whatever is found', async () => {
    const { lawyers, token } = await firmOf('2010-05-06');
    const type = await CertificateType.findOne({ where: { code: 'firm-some-lawyers-clean' }, rejectOnEmpty: true });
    await type.update({ reviewMode: 'manual' });
    expect((await preCheck(token, form(lawyers))).json).toMatchObject({ reviewMode: 'manual', automatic: 0 });
    await type.update({ reviewMode: 'automatic' });
  });

  test('foreign lawyers and types that are not asked for by lawyer are refused at their field', async () => {
    const { token } = await firmOf('2010-05-06');
    const { lawyers: foreign } = await firmOf('2010-05-06');
    expect(await preCheck(token, form(foreign))).toMatchObject({
      status: 422,
      json: { error: { fields: { lawyerIds: expect.stringContaining('非本所在册律师') as unknown } } },
    });
    expect(await preCheck(token, { type: 'firm-clean', since: '2022-01-01' })).toMatchObject({
      status: 422,
      json: { error: { fields: { type: expect.stringContaining('不能批量申请') as unknown } } },
    });
  });
});
