import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { bytesOf, fakeApi, refuse } from '../../test/fake-api.ts';
import { application, FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState, visits } from '../../test/taro.ts';
import { said } from '../../test/said.ts';
import { useDraft } from '../../application/draft.ts';
import { originOf } from '../../application/origin.ts';
import ApplicationPage from './index.tsx';

const ISSUED: Partial<ApplicationDetail> = {
  state: 'decided',
  outcome: 'approved',
  issueState: 'issued',
  can: { withdraw: false, download: true, mail: true, share: true, complete: false },
  certificate: {
    standing: 'valid',
    standingAt: null,
    standingReason: '',
    expiresOn: null,
    replaces: null,
    replacedBy: null,
    issuedAt: '2026-11-22T01:00:01.000Z',
    verifyUrl: 'https://example.test/c/tok',
    verifyCode: 'CP0K4PDV6C5BNE0H',
    sha256: 'a'.repeat(64),
    pages: 1,
  },
};
const routes = (detail: () => ApplicationDetail) => ({
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/applications/41': detail,
  'GET /api/applications/41/certificate.pdf': () => bytesOf('%PDF'),
  'GET /api/applications/41/preview.pdf': () => bytesOf('%PDF'),
});

beforeEach(() => {
  freshDevice();
  taroState.params = { id: '41' };
});

describe('撤回申请', () => {
  it('asks first, and shows what has become of the application', async () => {
    const withdrawn = application({
      state: 'withdrawn',
      can: { withdraw: false, download: false, mail: false, share: false, complete: false },
    });
    const seen = fakeApi({
      ...routes(() => application()),
      'POST /api/applications/41/withdrawal': () => withdrawn,
    });
    show(<ApplicationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    const dialog = within(await screen.findByRole('dialog', { name: '撤回申请' }));
    expect(seen.some((call) => call.route.startsWith('POST'))).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: '撤回申请' }));
    expect(await screen.findByText('申请已撤回，没有出具证明。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull();
  });

  it('tells that somebody decided a moment before, and shows the decision', async () => {
    let isDecided = false;
    fakeApi({
      ...routes(() => application(isDecided ? ISSUED : {})),
      'POST /api/applications/41/withdrawal': () => {
        isDecided = true;
        return refuse('already_decided');
      },
    });
    show(<ApplicationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    const dialog = within(await screen.findByRole('dialog', { name: '撤回申请' }));
    await userEvent.click(dialog.getByRole('button', { name: '撤回申请' }));
    expect(await dialog.findByText('该申请已被处理')).toBeTruthy();
    expect(await screen.findByRole('button', { name: '下载证明' })).toBeTruthy();
  });
});

describe('the detail', () => {
  it('says in plain words why a person must look, doubts first', async () => {
    const finding = { subjectKind: 'lawyer', source: '会员登记库', readAt: '2026-11-22T01:00:00.000Z' } as const;
    fakeApi(
      routes(() =>
        application({
          findings: [
            { ...finding, rule: 'member_active', result: 'holds', subject: '王芳', datum: '会员状态：正常' },
            { ...finding, rule: 'no_discipline', result: 'doubtful', subject: '王芳', datum: '有一件调查中的案件' },
          ],
        }),
      ),
    );
    show(<ApplicationPage />);
    expect(await screen.findByText('以下情况须由协会工作人员核实：')).toBeTruthy();
    expect(screen.getByText('有一件调查中的案件')).toBeTruthy();
    expect(screen.getByText('1 项审核规则符合')).toBeTruthy();
    expect(screen.queryByText('会员状态：正常')).toBeNull();
  });

  it('promises no look by a person where the register contradicts the letter', async () => {
    const findings: ApplicationDetail['findings'] = [
      {
        rule: 'no_discipline',
        result: 'contradicted',
        subjectKind: 'firm',
        subject: '江海鼎禾律师事务所',
        datum: '警告（已生效）',
        source: '行业处分库',
        readAt: '2026-11-22T01:00:00.000Z',
      },
    ];
    fakeApi(routes(() => application({ findings })));
    show(<ApplicationPage />);
    expect(await screen.findByText('所申请的内容与本会登记不符，照此不能通过：')).toBeTruthy();
    expect(screen.queryByText('以下情况须由协会工作人员核实：')).toBeNull();
  });

  it('waits for the certificate while it is being made', async () => {
    let asked = 0;
    const making: Partial<ApplicationDetail> = { ...ISSUED, issueState: 'issuing', certificate: null };
    fakeApi(routes(() => application((asked += 1) < 2 ? making : ISSUED)));
    show(<ApplicationPage />);
    expect(await screen.findByText('正在出具证明，请稍候…')).toBeTruthy();
    expect(await screen.findByText('核验码 CP0K 4PDV 6C5B NE0H')).toBeTruthy();
  });

  it('shows the opinion of a rejection', async () => {
    const rejected = { state: 'decided', outcome: 'rejected', opinion: '材料不足' } as const;
    fakeApi(routes(() => application(rejected)));
    show(<ApplicationPage />);
    expect(await screen.findByText('材料不足')).toBeTruthy();
  });

  it('mails to the contact address or to one typed now, and keeps a faulty one', async () => {
    const bodies: unknown[] = [];
    fakeApi({
      ...routes(() => application(ISSUED)),
      'POST /api/applications/41/mailings': ({ body }) => {
        bodies.push(body);
        return bodies.length === 1 ? refuse('invalid_fields', { email: '接收邮箱格式不正确' }) : application(ISSUED);
      },
    });
    show(<ApplicationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '发送邮箱' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: '其他邮箱' }));
    await userEvent.type(dialog.getByLabelText('邮箱'), 'bad{Enter}');
    expect(await dialog.findByText('接收邮箱格式不正确')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('邮箱').value).toBe('bad');
    await userEvent.click(dialog.getByRole('radio', { name: '联系邮箱' }));
    await userEvent.click(dialog.getByRole('button', { name: '发送' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bodies).toEqual([{ email: 'bad' }, {}]);
  });
});

describe('an application that waits', () => {
  it('says the place in the queue and the usual time, and shows the letter that was sent', async () => {
    const usual = { minutes: 200, workdayMinutes: 420 };
    const seen = fakeApi(routes(() => application({ wait: { place: 3, usual } })));
    show(<ApplicationPage />);
    expect(await screen.findByText('由协会工作人员审核，目前排在第 3 位。')).toBeTruthy();
    expect(screen.getByText('近30天，从提交到审结一般用时约 3 个工作小时，只计办公时间。')).toBeTruthy();
    await waitFor(() => expect(seen.some(({ route }) => route.endsWith('/41/preview.pdf'))).toBe(true));
  });

  it.each([
    [20, '不到半小时'],
    [40, '约 1 个工作小时'],
    [1050, '约 2.5 个工作日'],
  ])('says %d minutes of office hours as %s', async (minutes, words) => {
    fakeApi(routes(() => application({ wait: { place: 1, usual: { minutes, workdayMinutes: 420 } } })));
    show(<ApplicationPage />);
    expect(await screen.findByText(`近30天，从提交到审结一般用时${words}，只计办公时间。`)).toBeTruthy();
  });

  it('promises no time where there are too few to say one', async () => {
    fakeApi(routes(() => application({ wait: { place: 1000, usual: null } })));
    show(<ApplicationPage />);
    expect(await screen.findByText('由协会工作人员审核，目前排在第 1000 位以后。')).toBeTruthy();
    expect(screen.queryByText(/一般用时/)).toBeNull();
  });
});

describe('once more', () => {
  const lawyers = [{ id: 2, name: '王芳', licenceNo: '14499201210100002' }];
  const REJECTED = application({
    state: 'decided',
    outcome: 'rejected',
    opinion: '起始时间过早',
    lawyers: [...lawyers, { id: 9, name: '江晚晴', licenceNo: '14499201210100009' }],
    purpose: '投标',
    attachments: [{ id: 'file-of-the-earlier-one', name: '委托书.png', kind: 'png', size: 10 }],
    can: { withdraw: false, download: false, mail: false, share: false, complete: false },
  });
  const again = { type: REJECTED.typeCode, lawyers, said: ['江晚晴已不在本所，没有带入'] };
  const draftOf = () => useDraft.getState().draft;

  it('a rejected application opens the form with everything filled in', async () => {
    fakeApi({ ...routes(() => REJECTED), 'GET /api/applications/41/reapplication': () => again });
    show(<ApplicationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '修改后重新申请' }));
    await waitFor(() => expect(visits.at(-1)).toBe('navigateTo /member/apply/index'));
    expect(draftOf()).toMatchObject({
      step: 'form',
      type: REJECTED.typeCode,
      values: { lawyers, purpose: '投标', since: '2026-01-01', email: 'office@example.com' },
    });
    expect(draftOf().values.attachments).toEqual(REJECTED.attachments);
    expect(originOf(FIRM_SESSION.account.id, draftOf())).toMatchObject({
      kind: 'again',
      number: REJECTED.number,
      said: again.said,
    });
  });

  it('asks before a draft that is there goes', async () => {
    useDraft.getState().open(FIRM_SESSION.account.id);
    useDraft.getState().chooseType('firm-other');
    fakeApi({ ...routes(() => REJECTED), 'GET /api/applications/41/reapplication': () => again });
    show(<ApplicationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '修改后重新申请' }));
    const dialog = within(await screen.findByRole('dialog', { name: '替换没有提交的草稿' }));
    await userEvent.click(dialog.getByRole('button', { name: '取消' }));
    expect(draftOf().type).toBe('firm-other');
    expect(visits).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '修改后重新申请' }));
    await userEvent.click(await screen.findByRole('button', { name: '替换草稿' }));
    await waitFor(() => expect(draftOf().type).toBe(REJECTED.typeCode));
  });

  it('what was returned says why, what is missing and until when, and is completed under its number', async () => {
    const returned = {
      reason: '没有写明年度',
      request: '请写明哪一年',
      at: '2026-11-22T01:00:00.000Z',
      lastDay: '2026-12-07',
    };
    const waiting = application({
      state: 'returned',
      returned,
      can: { withdraw: true, download: false, mail: false, share: false, complete: true },
    });
    fakeApi({ ...routes(() => waiting), 'GET /api/applications/41/reapplication': () => ({ ...again, said: [] }) });
    show(<ApplicationPage />);
    expect(await screen.findByText('需补正：请写明哪一年')).toBeTruthy();
    expect(screen.getByText(said(/最晚 2026-12-07/))).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '补正后重新提交' }));
    await waitFor(() =>
      expect(originOf(FIRM_SESSION.account.id, draftOf())).toMatchObject({ kind: 'completion', id: 41, returned }),
    );
  });

  it('a certificate can be asked for once more', async () => {
    fakeApi(routes(() => application(ISSUED)));
    show(<ApplicationPage />);
    expect(await screen.findByRole('button', { name: '再申请一份' })).toBeTruthy();
  });
});
