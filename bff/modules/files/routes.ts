import { fileEndpoints } from '../../contract/files/endpoints.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { route } from '../../http/route.ts';
import { attachmentOf } from './list-files.ts';
import { uploadFile } from './upload-file.ts';

export const fileRoutes = [
  route(fileEndpoints.uploadFile, { body: uploadedFile }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body })),
  ),
];
