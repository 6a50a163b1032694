import { certificateEndpoints, type ApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';
import { call } from '../../api/client.ts';
import { saveDocument } from '../../platform/documents/documents.ts';

/** 下载证明: the issued file, byte for byte. Throws ApiError. */
export async function downloadCertificate({
  id,
  number,
  typeLabel,
}: Pick<ApplicationRow, 'id' | 'number' | 'typeLabel'>): Promise<void> {
  const bytes = await call(certificateEndpoints.downloadCertificate, { params: { id: String(id) } });
  await saveDocument(bytes, `${typeLabel}-${number}`);
}
