import { afterAll, expect, jest, test } from '@jest/globals';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The repository as it is, with templates of its own that the test may break.
const repository = join(import.meta.dirname, '../../../..');
const root = await mkdtemp(join(tmpdir(), 'lvzheng-broken-'));
await mkdir(join(root, 'bff'));
await cp(join(repository, 'bff/templates'), join(root, 'bff/templates'), { recursive: true });
for (const shared of ['package.json', 'node_modules', 'bff/platform']) {
  await symlink(join(repository, shared), join(root, shared));
}
jest.unstable_mockModule('../../../platform/paths.ts', () => ({ root }));

const { certificateEndpoints } = await import('../../../contract/certificates/endpoints.ts');
const { operationsEndpoints } = await import('../../../contract/operations/endpoints.ts');
const { memberToken, useApi } = await import('../../../test/api.ts');
const { certificateOf, eventsOf, submit, wordsOf } = await import('../../../test/factories/certificate.ts');
const { doDueWork, useOffice } = await import('../../../test/office.ts');
const { makeFirm, memberActor } = await import('../../../test/factories/registry.ts');
const { expectTheRestToAnswer, seenJobs, staffToken } = await import('../../../test/trouble/trouble.ts');

useOffice();
const api = useApi();
afterAll(() => rm(root, { recursive: true }));

const template = join(root, 'bff/templates/certificate/certificate.typ');

test.each([
  ['broken source', (source: string) => source.replace('#heading-of-letter', '#heading-of-letter(')],
  ['an unknown field', (source: string) => source.replace('letter.closing', 'letter.ending')],
  ['an unknown font', (source: string) => source.replace('"Noto Serif SC"', '"No Such Serif"')],
  ['nothing', () => ''],
])(
  'a template with %s: the letter is given up in words, staff have it made once it is mended',
  async (what, breaking) => {
    const firm = await makeFirm();
    const [member, staff] = [await memberToken({ firmId: firm.id }), await staffToken('reviewer')];
    const sound = await readFile(template, 'utf8');
    const { id } = await submit(await memberActor({ firmId: firm.id }));
    const shown = async () =>
      (await api.call(certificateEndpoints.showApplication, { as: member, params: { id } })).json;

    expect(breaking(sound)).not.toBe(sound);
    await writeFile(template, breaking(sound));
    try {
      if (what === 'nothing') {
        // A blank page is no failure of the compiler; that it has no place for the seal is one of the signer.
        await doDueWork();
        expect(await shown()).not.toMatchObject({ issueState: 'issued' });
        return;
      }
      expect(await doDueWork()).toBe(1);
      expect(await shown()).toMatchObject({ state: 'decided', issueState: 'failed', can: { download: false } });
      const job = (await seenJobs(api, staff, 'dead')).at(0);
      expect(job).toMatchObject({
        name: 'issue-certificate',
        attempts: 1,
        lastError: expect.stringMatching(/^certificate: ./) as unknown,
      });
      expect(job?.lastError).not.toContain(root);
      const body = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01' };
      const preview = await api.call(certificateEndpoints.previewApplication, { as: member, body });
      expect(preview.status).toBe(500);
      expect(preview.bytes.toString()).not.toContain('typ');
      await expectTheRestToAnswer(api, member, staff);

      await writeFile(template, sound);
      await api.call(operationsEndpoints.retryJob, { as: staff, params: { id: job?.id ?? 0 } });
      expect(await doDueWork()).toBe(1);
      expect(await shown()).toMatchObject({ issueState: 'issued', can: { download: true } });
      const certificate = await certificateOf(id);
      expect(await wordsOf(certificate)).toContain(certificate.number);
      expect(await eventsOf(id)).toEqual(['submitted', 'auto_approved', 'issued']);
    } finally {
      await writeFile(template, sound);
    }
  },
);
