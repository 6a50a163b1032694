import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StaffTypeDetail } from '../../../contract/certificate-types/endpoints.ts';
import { typeEndpoints } from '../../../contract/certificate-types/endpoints.ts';
import { changeEndpoints } from '../../../contract/two-person/endpoints.ts';
import { signedIn, useApi, type Answer } from '../../../test/api.ts';
import { issue, offerAgreed, submit, typeData, wordsOf } from '../../../test/factories/certificate.ts';
import { makeFirm, makeStaffAccount, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { CertificateType, CertificateWording } from '../model.ts';
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
  const draft = (await api.call(typeEndpoints.createType, { as: chief, body })).json as unknown as StaffTypeDetail;
  expect(draft.isDraft).toBe(true);
  type = { ...draft, version: await offerAgreed(draft), isRetired: false, isDraft: false };
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

const acts = (endpoint: 'offerType' | 'retireType') => (of: { id: number; version: number }) =>
  api.call(typeEndpoints[endpoint], { as: chief, params: { id: of.id }, body: { version: of.version } });
const [offer, retire] = [acts('offerType'), acts('retireType')];
const publish = (body: string, { as = chief, basedOn = 1 } = {}) =>
  api.call(typeEndpoints.publishWording, { as, params: { id: type.id }, body: { body, rosterTitle: '', basedOn } });
const wordingNow = async () =>
  (await CertificateWording.findOne({ where: { typeId: type.id }, order: [['version', 'DESC']], rejectOnEmpty: true }))
    .body;
const FALSE = '{{firm}}资信优良，本会予以担保。';
const anApplicant = async () => memberActor({ firmId: (await makeFirm()).id });

describe('a wording that letters are made of', () => {
  test('waits for another administrator, who sees both texts; the first one alone has nothing printed', async () => {
    const before = await wordingNow();
    const waiting = waitingIn(await publish(FALSE))!;
    expect(waiting).toMatchObject({ kind: 'wording_published', target: `${label}第2版`, before, after: FALSE });
    expect(waiting.typeId).toBe(type.id);
    expect((await confirm(chief, waiting.id)).status).toBe(403);
    expect(await wordingNow()).toBe(before);
    expect(await wordsOf(await issue(await anApplicant(), { type: type.code }))).not.toContain('担保');
    expect((await confirm(second, waiting.id)).status).toBe(200);
    expect(await wordingNow()).toBe(FALSE);
    expect(await wordsOf(await issue(await anApplicant(), { type: type.code }))).toContain('担保');
    const log = await AuditEntry.findAll({ where: { targetKind: 'change', targetId: waiting.id }, order: ['id'] });
    expect(log.map(({ action }) => action)).toEqual(['change.requested', 'change.confirmed']);
  });

  test('is not put in force alone by taking the type away for a moment: somebody may have applied', async () => {
    await submit(await anApplicant(), { type: type.code });
    await retire(type);
    expect(waitingIn(await publish(FALSE))).toMatchObject({ state: 'waiting' });
    expect(await wordingNow()).not.toBe(FALSE);
    type = { ...type, version: type.version + 1 };
    expect(waitingIn(await save({ ruleSet: 'base' }))).toMatchObject({ state: 'waiting' });
    // What both agreed on is what comes back.
    expect((await offer(type)).json).toMatchObject({ isRetired: false, waiting: null });
  });

  test('of a type nobody has applied for is written alone, and the whole waits before it is offered', async () => {
    await retire(type);
    expect((await publish(FALSE)).json).toMatchObject({ wording: { version: 2 }, waiting: null });
    type = { ...type, version: type.version + 1 };
    expect(waitingIn(await save({ ruleSet: 'base' }))).toBeNull();
    type = { ...type, version: type.version + 1 };
    const waiting = waitingIn(await offer(type))!;
    expect(waiting).toMatchObject({ kind: 'type_offered', before: '尚未启用', after: expect.stringContaining(FALSE) });
    expect(waiting.after).toContain('核查规则：基本核查');
    await expect(submit(await anApplicant(), { type: type.code })).rejects.toMatchObject({ code: 'invalid_fields' });
    expect((await confirm(chief, waiting.id)).status).toBe(403);
    expect((await confirm(second, waiting.id)).status).toBe(200);
    expect(await submit(await anApplicant(), { type: type.code, since: '2022-01-01' })).toBeDefined();
  });

  test.each([
    ['text', () => publish(FALSE)],
    ['rules', () => save({ ruleSet: 'base' })],
  ])('is not offered with another %s than the second one was shown', async (_what, change) => {
    await retire(type);
    type = { ...type, version: type.version + 1 };
    const waiting = waitingIn(await offer(type))!;
    expect((await change()).status).toBe(200);
    expect((await confirm(second, waiting.id)).json.error?.code).toBe('changed_meanwhile');
    expect((await CertificateType.findByPk(type.id, { rejectOnEmpty: true })).isRetired).toBe(true);
  });

  test('that two ask for at once is in force once: the other one is told', async () => {
    const waiting = [
      waitingIn(await publish('甲{{firm}}。'))!,
      waitingIn(await publish('乙{{firm}}。', { as: second }))!,
    ];
    expect((await confirm(second, waiting[0]!.id)).status).toBe(200);
    expect((await confirm(chief, waiting[1]!.id)).json.error?.code).toBe('changed_meanwhile');
    expect(await wordingNow()).toBe('甲{{firm}}。');
  });

  test('is declined with the reason, which who asked reads', async () => {
    const { id } = waitingIn(await publish(FALSE))!;
    const body = { reason: '本会不能担保' };
    const declined = await api.call(changeEndpoints.declineChange, { as: second, params: { id }, body });
    expect(declined.json).toMatchObject({ state: 'declined', reason: '本会不能担保', decidedBy: '顾清和' });
    expect((await confirm(second, id)).status).toBe(409);
    const [line] = await AuditEntry.findAll({ where: { action: 'change.declined', targetId: id } });
    expect(line?.detail).toContain('理由：本会不能担保');
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
