import { beforeAll, describe, expect, test } from '@jest/globals';
import { pictureEndpoints } from '../../../contract/pictures/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, content, submit } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';

useOffice();
const api = useApi();
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

let firmId: number;
let as: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  as = await memberToken({ firmId });
});

const bytesOf = (json: Record<string, unknown>) => Buffer.from(String(json['jpeg']), 'base64');

describe('a page as a picture', () => {
  test('of the preview: what would be issued, page by page', async () => {
    const ask = (page: string) => api.call(pictureEndpoints.picturePreview, { as, params: { page }, body: content() });
    const first = await ask('1');
    expect([first.status, first.json['pages']]).toEqual([200, 1]);
    expect(bytesOf(first.json).subarray(0, 3)).toEqual(JPEG);
    expect((await ask('2')).status).toBe(404);
    expect((await ask('0')).status).toBe(404);
    expect((await ask('x')).status).toBe(404);
  });

  test('of a sample', async () => {
    const ask = (code: string) => api.call(pictureEndpoints.pictureSample, { as, params: { code, page: 1 } });
    const sample = await ask('firm-clean');
    expect(sample.json['pages']).toBe(1);
    expect(bytesOf(sample.json).subarray(0, 3)).toEqual(JPEG);
    expect((await ask('\u0000')).status).toBe(404);
    // As the sample itself is refused.
    expect((await ask('no-such-type')).status).toBe(422);
  });

  test('of a form with faults: the faults', async () => {
    const body = { ...content(), since: '2026-02-30' };
    const answer = await api.call(pictureEndpoints.picturePreview, { as, params: { page: 1 }, body });
    expect(answer.json.error?.fields).toHaveProperty('since');
  });

  test('of the issued file, to its owner alone', async () => {
    const application = await submit(await memberActor({ firmId }));
    await doDueWork();
    expect((await certificateOf(application.id)).issueState).toBe('issued');
    const params = { id: application.id, page: 1 };
    const own = await api.call(pictureEndpoints.pictureCertificate, { as, params });
    expect(bytesOf(own.json).subarray(0, 3)).toEqual(JPEG);
    // A white sheet would be far smaller.
    expect(bytesOf(own.json).byteLength).toBeGreaterThan(40_000);
    const stranger = await memberToken({ firmId: (await makeFirm()).id });
    expect((await api.call(pictureEndpoints.pictureCertificate, { as: stranger, params })).status).toBe(404);
  });
});
