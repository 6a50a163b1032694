import { z } from 'zod';
import { fileEndpoints } from '../../contract/files/endpoints.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import type { Actor } from '../../actor.ts';
import { attachmentOf } from './list-attachments.ts';
import { readAttachment } from './read-attachment.ts';
import { uploadFile } from './upload-file.ts';

const attachmentParams = z.strictObject({ ...idParams.shape, file: z.string().regex(/^[\w-]{10,60}$/) });
const CONTENT_TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

const attachment = async (actor: Actor, { id, file }: z.output<typeof attachmentParams>) => {
  const { kind, ...rest } = await readAttachment({ actor, applicationId: id, token: file });
  return { ...rest, contentType: CONTENT_TYPES[kind] };
};

export const fileRoutes = [
  route(fileEndpoints.uploadFile, { body: uploadedFile }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body })),
  ),
  route(fileEndpoints.showAttachment, { params: attachmentParams }, ({ actor, params }) => attachment(actor, params)),
  route(fileEndpoints.showStaffAttachment, { params: attachmentParams }, ({ actor, params }) =>
    attachment(actor, params),
  ),
];
