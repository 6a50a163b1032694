import { fileEndpoints } from '../../contract/files/endpoints.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import * as replies from '../../contract/files/replies.ts';
import { route } from '../../http/route.ts';
import { attachmentOf } from './list-files.ts';
import { uploadFile } from './upload-file.ts';

export const fileRoutes = [
  route(fileEndpoints.uploadFile, { body: uploadedFile, reply: replies.attachmentReply }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body })),
  ),
];
