import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { photoEndpoints as photos } from '../../../contract/photos/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeDraft, photoMember } from '../../../test/factories/photo.ts';
import { PNG } from '../../../test/files.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { referPhoto } from '../refer-photo.ts';

useDatabase();
const api = useApi();
let registrar = '';
beforeAll(async () => {
  registrar = await staffToken('registrar');
});

test('a portrait that was not handed in is the lawyer’s alone', async () => {
  const { actor, as } = await photoMember();
  const { id } = await makeDraft(actor);
  const look = async (endpoint: typeof photos.showPhotoPicture | typeof photos.showPhotoThumbnail) =>
    (await api.call(endpoint, { as: registrar, params: { id } })).status;
  const seen = async () => [
    (await api.call(photos.showPhoto, { as: registrar, params: { id } })).status,
    await look(photos.showPhotoPicture),
    await look(photos.showPhotoThumbnail),
  ];
  expect(await seen()).toEqual([404, 404, 404]);
  expect((await api.call(photos.listPhotos, { as: registrar, query: { state: 'draft' } as never })).status).toBe(422);
  expect((await api.call(photos.showOwnPicture, { as, params: { id } })).status).toBe(200);
  await api.call(photos.referPhoto, { as, params: { id }, body: {} });
  expect(await seen()).toEqual([200, 200, 200]);
});

test('who opens the document that was handed in with a portrait is written down', async () => {
  const { actor } = await photoMember();
  const { id, lawyerId } = await makeDraft(actor);
  const { token: file } = await uploadFile({ actor, name: '身份证.png', bytes: PNG });
  await referPhoto({ actor, id, input: { attachments: [file] } });
  const answer = await api.call(photos.showPhotoProof, { as: registrar, params: { id, file } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  const lines = await AuditEntry.findAll({ where: { action: 'photo.proof-opened', targetId: lawyerId } });
  expect(lines.map(({ detail }) => detail)).toEqual(['身份证.png']);
});
