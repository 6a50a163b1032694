import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { registryEndpoints } from '../../../contract/registry/endpoints.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useApi, type Answer } from '../../../test/api.ts';
import { useOffice } from '../../../test/office.ts';
import { lawyerData, makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';

/** What a hurried clerk types into the registry. */

useOffice();
const api = useApi();
let as = '';
let firmId = 0;
beforeAll(async () => {
  as = await staffToken('registrar');
  firmId = (await makeFirm()).id;
});

const PERMANENT = '911840198302150121';
const enterLawyer = (more: object) =>
  api.call(registryEndpoints.createLawyer, { as, body: { ...lawyerData(), version: undefined, ...more } });
const faultsOf = ({ json }: Answer) => json.error?.fields;
const tomorrow = () => addDays(clock.today(), 1);

/** 17 digits with the check character of GB 11643. */
function checked(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

describe('a lawyer', () => {
  test.each([
    ['firstPractisedOn', '1890-05-01', '首次执业日期不能早于1950-01-01，请核对年份'],
    ['firstPractisedOn', '2080-05-01', '首次执业日期不能晚于今天'],
    ['joinedOn', '2080-05-01', '入会日期不能晚于今天'],
    ['identityMatchedOn', '2080-05-01', '身份核验日期不能晚于今天'],
  ])('%s %s is refused, when entered and when changed', async (field, day, words) => {
    expect(faultsOf(await enterLawyer({ [field]: day }))).toEqual({ [field]: words });
    const data = lawyerData();
    const { id, version } = await makeLawyer(data);
    const { identityNumber: _number, ...rest } = data;
    const body = { ...rest, [field]: day, version };
    const answer = await api.call(registryEndpoints.updateLawyer, { as, params: { id }, body });
    expect(faultsOf(answer)).toEqual({ [field]: words });
  });

  test('who began today is taken', async () => {
    expect((await enterLawyer({ firstPractisedOn: clock.today(), joinedOn: clock.today() })).status).toBe(200);
  });

  test('who is born tomorrow by the number is refused', async () => {
    const born = tomorrow().replaceAll('-', '');
    const answer = await enterLawyer({ identityNumber: checked(`440103${born}001`) });
    expect(faultsOf(answer)).toEqual({ identityNumber: `证件号码中的出生日期${tomorrow()}还没有到，请核对号码` });
  });

  test('with a foreigner’s permanent residence passes as nobody of the mainland', async () => {
    const body = checked(PERMANENT.slice(0, 17));
    expect(faultsOf(await enterLawyer({ identityNumber: body }))).toEqual({
      identityNumber: '这是外国人永久居留身份证的号码，请把证件类型改为“外国人永久居留身份证”',
    });
    const right = await enterLawyer({ identityKind: 'foreign_permanent', identityNumber: body });
    expect(right.json).toMatchObject({ identityKind: 'foreign_permanent' });
  });

  test('whose sex is another than the number says is doubted, not refused', async () => {
    const answer = await enterLawyer({ sex: 'female', identityNumber: checked('44010319830215013') });
    expect(answer.status).toBe(200);
    expect(answer.json['warnings']).toContain('证件号码第17位表示男性，与性别女不一致');
    const { json } = await enterLawyer({ sex: 'male', identityNumber: checked('44010319830215015') });
    expect(JSON.stringify(json['warnings'])).not.toContain('第17位表示');
  });
});

describe('discipline', () => {
  const enter = (more: object = {}) =>
    api.call(registryEndpoints.createDiscipline, {
      as,
      body: {
        subjectKind: 'firm',
        subjectId: firmId,
        kind: 'warning',
        state: 'effective',
        documentNo: '江律纪字〔2026〕第7号',
        decidedOn: '2026-03-01',
        effectiveFromOn: '2026-03-10',
        ...more,
      },
    });
  const withdraw = (id: unknown, version: unknown, reason = '重复登记') =>
    api.call(registryEndpoints.withdrawDiscipline, { as, params: { id: String(id) }, body: { reason, version } });

  test('decided tomorrow or in 1890 is refused; in force later is not', async () => {
    expect(faultsOf(await enter({ decidedOn: tomorrow(), effectiveFromOn: tomorrow() }))).toEqual({
      decidedOn: '决定日期不能晚于今天',
    });
    expect(faultsOf(await enter({ decidedOn: '1890-03-01' }))).toHaveProperty('decidedOn');
    expect((await enter({ effectiveFromOn: tomorrow(), documentNo: '后效' })).status).toBe(200);
  });

  test('in force before it was decided is refused', async () => {
    expect(faultsOf(await enter({ effectiveFromOn: '2026-02-28' }))).toEqual({
      effectiveFromOn: '生效日期不能早于决定日期',
    });
  });

  test('entered twice is said on both, and the wrong one is taken back with a reason that stays', async () => {
    const [first, other] = [await enter(), await enter({ subjectId: (await makeFirm()).id })];
    expect([first.json['sameDocument'], other.json['sameDocument']]).toEqual([0, 0]);
    const second = await enter();
    expect(second.json['sameDocument']).toBe(1);
    const { id, version } = second.json;
    expect(faultsOf(await withdraw(id, version, ' '))).toEqual({ reason: '请填写撤销原因' });
    expect((await withdraw(id, Number(version) + 1)).json.error?.code).toBe('changed_meanwhile');
    expect((await withdraw(id, version)).status).toBe(200);
    expect((await withdraw(id, version)).status).toBe(404);
    const left = await api.call(registryEndpoints.listDiscipline, { as, query: { search: '江律纪字〔2026〕第7号' } });
    expect(JSON.stringify(left.json)).not.toContain('"sameDocument":1');
    const line = await AuditEntry.findOne({ where: { action: 'discipline.withdrawn', targetId: Number(id) } });
    expect(line?.detail).toBe(
      '撤销原因：重复登记；原记录：警告，已生效，江律纪字〔2026〕第7号，2026-03-01决定，2026-03-10生效',
    );
  });

  test.each([
    '江律处[2025]9号',
    '江律处〔２０２５〕9号',
    '江律处〔2025〕 9 号',
    '江律处（2025）9号',
    '江律处［2025］9号',
    '江律处【2025】９号',
  ])('%s is 江律处〔2025〕9号 entered twice, and is found by either', async (typed) => {
    const subjectId = Number((await makeFirm()).id);
    const { json } = await enter({ subjectId, documentNo: '江律处〔2025〕9号' });
    expect((await enter({ subjectId, documentNo: typed })).json['sameDocument']).toBe(1);
    expect((await enter({ subjectId, documentNo: '江律处〔2025〕90号' })).json['sameDocument']).toBe(0);
    for (const search of [typed, '处〔2025〕9号']) {
      const { json: list } = await api.call(registryEndpoints.listDiscipline, {
        as,
        query: { search, subjectId: String(subjectId) },
      });
      expect((list as unknown as { items: { id: unknown }[] }).items.map(({ id }) => id)).toContain(json['id']);
      expect((list as unknown as { items: unknown[] }).items).toHaveLength(2);
    }
  });

  test('without a document number is no double', async () => {
    const open = { documentNo: '', state: 'open', decidedOn: null, effectiveFromOn: null };
    expect([(await enter(open)).json['sameDocument'], (await enter(open)).json['sameDocument']]).toEqual([0, 0]);
  });
});
