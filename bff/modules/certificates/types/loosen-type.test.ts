import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StaffTypeDetail } from '../../../contract/certificate-types/endpoints.ts';
import { typeEndpoints } from '../../../contract/certificate-types/endpoints.ts';
import { changeEndpoints } from '../../../contract/two-person/endpoints.ts';
import { signedIn, useApi, type Answer } from '../../../test/api.ts';
import { typeData } from '../../../test/factories/certificate.ts';
import { makeStaffAccount } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { CertificateType } from '../model.ts';
import { loosensReview, type Judged } from './loosens-review.ts';

useOffice();
const api = useApi();
let chief: string;
let second: string;
beforeAll(async () => {
  chief = await signedIn(await makeStaffAccount('chief', 'correct horse 1', ['administrator']));
  second = await signedIn(await makeStaffAccount('second', 'correct horse 1', ['administrator']));
});
const CLEAN = { ruleSet: 'firm-clean', asks: ['since'] } as const;
let type: StaffTypeDetail;
let label: string;
beforeEach(async () => {
  const body = typeData({ ruleSet: 'firm-clean', asks: ['since'] });
  label = body.label;
  type = (await api.call(typeEndpoints.createType, { as: chief, body })).json as unknown as StaffTypeDetail;
});
const save = (more: object): Promise<Answer> =>
  api.call(typeEndpoints.updateType, {
    as: chief,
    params: { id: type.id },
    body: { ...typeData({ version: type.version }), ...CLEAN, label, ...more },
  });
const now = async () => {
  const { ruleSet, reviewMode, notice } = await CertificateType.findByPk(type.id, { rejectOnEmpty: true });
  return { ruleSet, reviewMode, notice };
};
const confirm = (as: string, id: number) => api.call(changeEndpoints.confirmChange, { as, params: { id } });
const waitingIn = ({ json }: Answer) => (json as unknown as StaffTypeDetail).waiting;

describe('rules that judge a type', () => {
  test.each(['manual', 'base', 'chosen-lawyers-clean'] as const)(
    'are given up for “%s” by two persons only, and the save waits whole',
    async (ruleSet) => {
      const before = await now();
      const asks = ruleSet === 'chosen-lawyers-clean' ? ['since', 'lawyers'] : ['since'];
      const lawyerScope = ruleSet === 'chosen-lawyers-clean' ? 'chosen' : 'none';
      const answer = await save({ ruleSet, asks, lawyerScope, notice: '新的须知' });
      const waiting = waitingIn(answer);
      expect(waiting).toMatchObject({ kind: 'type_loosened', target: label, state: 'waiting' });
      expect(await now()).toEqual(before);
      expect((await confirm(chief, waiting!.id)).status).toBe(403);
      expect(await now()).toEqual(before);
      expect((await confirm(second, waiting!.id)).status).toBe(200);
      expect(await now()).toMatchObject({ ruleSet, notice: '新的须知' });
      expect(await AuditEntry.count({ where: { action: 'type.updated', targetId: type.id } })).toBe(1);
    },
  );

  test('a person no more is taken out by one administrator', async () => {
    expect(waitingIn(await save({ reviewMode: 'manual' }))).toBeNull();
    type = { ...type, version: type.version + 1 };
    const waiting = waitingIn(await save({ reviewMode: 'automatic' }));
    expect((await now()).reviewMode).toBe('manual');
    await confirm(second, waiting!.id);
    expect((await now()).reviewMode).toBe('automatic');
  });

  test('become stricter at once, and so does what changes nothing about them', async () => {
    expect(waitingIn(await save({ reviewMode: 'manual', notice: '甲' }))).toBeNull();
    expect(await now()).toEqual({ ruleSet: 'firm-clean', reviewMode: 'manual', notice: '甲' });
  });

  test('that were changed meanwhile are not what both agreed on', async () => {
    const waiting = waitingIn(await save({ ruleSet: 'base' }));
    await save({ notice: '乙' });
    expect((await confirm(second, waiting!.id)).json.error?.code).toBe('changed_meanwhile');
    expect((await now()).ruleSet).toBe('firm-clean');
  });
});

const judged = (ruleSet: Judged['ruleSet'], reviewMode: Judged['reviewMode'] = 'automatic') => ({
  ruleSet,
  reviewMode,
});
test.each([
  ['more rules', judged('base'), judged('firm-clean'), false],
  ['the same', judged('dues'), judged('dues'), false],
  ['a person besides', judged('base'), judged('manual'), false],
  ['a person no more', judged('manual'), judged('base'), true],
  ['only of the chosen lawyers', judged('lawyer-clean'), judged('chosen-lawyers-clean'), true],
  ['other rules', judged('hours'), judged('dues'), true],
  ['a machine instead of a person', judged('base', 'manual'), judged('base'), true],
])('%s', (_what, from, to, loosens) => expect(loosensReview(from, to)).toBe(loosens));
