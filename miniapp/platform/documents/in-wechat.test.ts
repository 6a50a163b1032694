import { afterEach, expect, jest, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { addToCalendar } from '../device/add-to-calendar.h5.ts';
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
  [
    '日历',
    () => addToCalendar({ title: '培训', place: '', beginsAt: '', endsAt: '', file: '/api/activities/5/calendar.ics' }),
  ],
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

/** A link of its own to a file, which WeChat's browser would do nothing with. */
const OWN_LINK = /createObjectURL|\.download\s*=|\bdownload=|href=[{"'`]+(?:blob:|\$\{API_ORIGIN\}|\/api\/)/;
const asksWechat = (source: string) => source.includes('if (isInWechat()) return explainBrowser();');

/** Files of the members' client for H5 that make such a link and do not ask. */
function deadEnds(read: (file: string) => string = (file) => readFileSync(file, 'utf8')): string[] {
  const client = join(import.meta.dirname, '../..');
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.weapp\.|^(?:e2e|test)\//.test(file.replaceAll(sep, '/')))
    .filter((file) => {
      const source = read(join(client, file));
      return OWN_LINK.test(source) && !asksWechat(source);
    })
    .map((file) => file.replaceAll(sep, '/'));
}

test('no other part of the client makes a link of its own to a file', () => {
  // A picture that was chosen is shown, and no link to follow.
  expect(deadEnds()).toEqual(['platform/files/choose-photo.h5.ts']);
});

test('control: a link of its own is noticed, and so is one that no longer asks', () => {
  const planted = deadEnds((file) => {
    const source = readFileSync(file, 'utf8');
    if (file.endsWith('keep-file.h5.ts')) return source.replace('if (isInWechat()) return explainBrowser();', '');
    return file.endsWith('paid-paper.tsx') ? `${source}<a href="/api/receipt.pdf">` : source;
  });
  expect(planted).toEqual(
    expect.arrayContaining(['platform/documents/keep-file.h5.ts', 'features/payments/paid-paper.tsx']),
  );
});
