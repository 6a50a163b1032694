import { afterEach, expect, jest, test } from '@jest/globals';
import { openDocument, saveDocument } from './documents.h5.ts';
import { keepFile } from './keep-file.h5.ts';
import { showAttachment } from './show-attachment.h5.ts';

const IN_WECHAT = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50';
const bytes = new ArrayBuffer(4);
const ways: [string, () => unknown][] = [
  ['下载', () => saveDocument(bytes, '证明-2611220007')],
  ['打开', () => openDocument(bytes, '证明')],
  ['附件', () => showAttachment(bytes, { name: '同意书.pdf', kind: 'pdf' })],
  ['压缩包', () => keepFile('/api/x.zip', '证明.zip')],
];
let clicks = 0;
const browse = (userAgent: string) => {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  Object.assign(globalThis, { API_ORIGIN: '' });
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  clicks = 0;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => void clicks++);
};
afterEach(() => {
  jest.restoreAllMocks();
  document.body.replaceChildren();
});

test.each(ways)(
  'in WeChat %s says how to open the page in a browser, and stays until it is read',
  async (_what, act) => {
    browse(IN_WECHAT);
    await act();
    expect(clicks).toBe(0);
    const dialog = document.querySelector('dialog');
    expect(dialog?.textContent).toContain('在浏览器打开');
    dialog?.querySelector('button')?.dispatchEvent(new Event('click'));
    expect(document.querySelector('dialog')).toBeNull();
  },
);

test.each(ways)('anywhere else %s hands the file over', async (_what, act) => {
  browse('Mozilla/5.0 (iPhone) Safari/604.1');
  await act();
  expect(clicks).toBe(1);
  expect(document.querySelector('dialog')).toBeNull();
});
