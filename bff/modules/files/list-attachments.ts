import type { Transaction } from 'sequelize';
import type { AttachmentReply } from '../../contract/files/endpoints.ts';
import { Upload } from './model.ts';

/** What an application was submitted with, in the order of uploading. */
export async function listAttachments(applicationId: number, t?: Transaction): Promise<AttachmentReply[]> {
  const rows = await Upload.findAll({ where: { applicationId }, order: ['id'], ...(t && { transaction: t }) });
  return rows.map(attachmentOf);
}

export const attachmentOf = ({ token, name, kind, size }: Upload): AttachmentReply => ({ id: token, name, kind, size });
