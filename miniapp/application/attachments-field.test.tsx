import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LocalFile } from '../platform/signatures.ts';
import { freshDevice, show } from '../test/show.tsx';

let chosen: LocalFile[] = [];
const asked: number[] = [];
jest.unstable_mockModule('../platform/files/choose-proofs.ts', () => ({
  chooseProofs: (max: number) => {
    asked.push(max);
    return Promise.resolve(chosen);
  },
}));
const { AttachmentsField } = await import('./attachments-field.tsx');
const { useDraft } = await import('./draft.ts');

beforeEach(() => {
  freshDevice();
  useDraft.getState().open(7);
  useDraft.getState().setValues({ attachments: [] });
  asked.length = 0;
});

function Form() {
  const { draft, setValues } = useDraft();
  return (
    <AttachmentsField
      value={draft.values.attachments}
      onChange={(attachments) => setValues({ attachments })}
      error=""
    />
  );
}
const kept = (name: string) => ({
  statusCode: 200,
  data: JSON.stringify({ id: `id-of-${name}`, name, kind: 'pdf', size: 2048 }),
});
const file = (name: string, send: LocalFile['send'] = () => Promise.resolve(kept(name)), size = 2048): LocalFile => ({
  name,
  size,
  send,
});
const add = async (...files: LocalFile[]) => {
  chosen = files;
  await userEvent.click(screen.getByRole('button', { name: '上传附件' }));
};
const names = () => useDraft.getState().draft.values.attachments.map(({ name }) => name);

describe('附件', () => {
  it('shows how far a file is, keeps what has arrived, and sends the next', async () => {
    let arrive = () => undefined as void;
    const slow = file(
      '同意书.pdf',
      (_request, onProgress) =>
        new Promise((resolve) => {
          onProgress(0.42);
          arrive = () => resolve(kept('同意书.pdf'));
        }),
    );
    show(<Form />);
    await add(slow, file('委托书.pdf'));
    expect(await screen.findByText('正在上传 42%')).toBeTruthy();
    expect(names()).toEqual([]);
    arrive();
    await waitFor(() => expect(names()).toEqual(['同意书.pdf', '委托书.pdf']));
    await userEvent.click(screen.getByRole('button', { name: '移除同意书.pdf' }));
    expect(names()).toEqual(['委托书.pdf']);
  });

  it('says why a file did not arrive, and sends it again', async () => {
    const answers = [() => Promise.reject(new Error('broke off')), () => Promise.resolve(kept('同意书.pdf'))];
    show(<Form />);
    await add(file('同意书.pdf', () => answers.shift()?.() ?? Promise.reject(new Error('too often'))));
    expect(await screen.findByText(/网络/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '重新上传同意书.pdf' }));
    await waitFor(() => expect(names()).toEqual(['同意书.pdf']));
  });

  it('tells what the server says of a file of another kind', async () => {
    const error = {
      code: 'invalid_fields',
      message: '有几处需要修改',
      fields: { file: '只能上传 PDF、JPG 或 PNG 文件' },
      requestId: 'r',
    };
    show(<Form />);
    await add(file('表.xlsx', () => Promise.resolve({ statusCode: 422, data: JSON.stringify({ error }) })));
    expect(await screen.findByText('只能上传 PDF、JPG 或 PNG 文件')).toBeTruthy();
  });

  it('does not even send what is too large, and asks for no more than five', async () => {
    const send = jest.fn<LocalFile['send']>();
    show(<Form />);
    await add(file('大.pdf', send, 10 * 1024 * 1024 + 1));
    expect(await screen.findByText(/^单个附件不能超过 10 MB（当前 /)).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: '重新上传大.pdf' })).toBeNull();
    await add(...['一', '二', '三', '四', '五'].map((name) => file(`${name}.pdf`)));
    // What never arrives takes nobody's place.
    expect(asked).toEqual([5, 5]);
    await waitFor(() => expect(names()).toHaveLength(5));
    expect(screen.queryByRole('button', { name: '上传附件' })).toBeNull();
  });
});
