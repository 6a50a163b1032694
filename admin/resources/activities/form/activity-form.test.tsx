import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { CreateActivity } from '../../../../bff/contract/activities/schemas.ts';
import { refuse, reply, startFakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { sessionOf } from '../../../test/samples.ts';

const SAVE = 'POST /staff/activities';

async function choose(user: UserEvent, label: string, option: string) {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByTitle(option));
}

test('what only a draw, or only an online activity has is asked where that is chosen, and not sent otherwise', async () => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('events')),
    [SAVE]: () => refuse(422, 'invalid_fields', '有几处需要修改', { title: '请填写活动标题' }),
  });
  const { user } = openApp('/activities/new');
  await screen.findByRole('combobox', { name: '录取方式' });
  for (const label of ['公开开奖', '公开开奖时间', '会议链接']) expect(screen.queryByLabelText(label)).toBeNull();

  await choose(user, '录取方式', '抽签');
  await user.type(await screen.findByLabelText('公开开奖'), '双色球第2026141期开奖号码');
  expect(screen.getByLabelText('公开开奖时间')).toBeTruthy();
  await choose(user, '方式', '线上');
  await user.type(await screen.findByLabelText('会议链接'), 'https://meeting.example.com/a');
  const save = async () => {
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await screen.findByText('请填写活动标题');
    return server.bodies(SAVE).at(-1) as CreateActivity;
  };
  expect(await save()).toMatchObject({
    drawSource: '双色球第2026141期开奖号码',
    meetingUrl: 'https://meeting.example.com/a',
  });

  await choose(user, '录取方式', '先到先得');
  await choose(user, '方式', '线下');
  await waitFor(() => expect(screen.queryByLabelText('公开开奖')).toBeNull());
  expect(await save()).toMatchObject({ drawSource: '', drawAt: null, meetingUrl: '' });
});
