import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPdf, stopPdf } from '../../bff/platform/pdf/render.ts';
import { root } from '../setup/processes.mjs';
import { drawPage } from './page.ts';
import { mailSample, PRINTED, printSample } from './templates.ts';

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const folder = join(root, 'bff/templates');

test('everything that is printed can be looked at', () => {
  const templates = readdirSync(folder).filter((name) => existsSync(join(folder, name, `${name}.typ`)));
  expect(Object.keys(PRINTED).sort()).toEqual(templates.sort());
});

test.each(Object.keys(PRINTED))('the sample of %s is printed', async (name) => {
  expect((await printSample(name)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a mail is shown with its line in the inbox, and its page stays in its frame', async () => {
  const mail = await mailSample('approved');
  expect(mail.inbox).toContain('已出具');
  const page = drawPage({ title: 'approved', printed: [], mails: [], mail });
  expect(page).toContain('srcdoc="&lt;!doctype html');
  expect(page.match(/<html/g)).toHaveLength(1);
});

test('what there is none of is none', async () => {
  expect(await printSample('nothing')).toBeNull();
  expect(await mailSample('../certificate')).toBeNull();
});
