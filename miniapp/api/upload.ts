import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import type { Access, Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';
import type { LocalFile } from '../platform/signatures.ts';
import { ApiError, errorOfReply } from './api-error.ts';
import { bearer, whenSignedOut } from './bearer.ts';

/**
 * Sends one file to an endpoint (path below /api) and answers what the server keeps it as. Throws ApiError, as `call` does.
 */
export const upload = (path: string, file: LocalFile, onProgress: (share: number) => void): Promise<AttachmentReply> =>
  send(path, file, onProgress);

/** The same to an endpoint of the contract, with its own answer. */
export const sendFile = <T extends EndpointTypes>(
  { path }: Endpoint<T, Access>,
  file: LocalFile,
  onProgress: (share: number) => void,
): Promise<T['reply']> => send(path, file, onProgress);

async function send<Reply>(path: string, file: LocalFile, onProgress: (share: number) => void): Promise<Reply> {
  const token = bearer.read();
  const header = { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const url = `${API_ORIGIN}/api${path}`;
  const reply = await file.send({ url, header }, onProgress).catch(() => {
    throw new ApiError('offline');
  });
  const body = jsonOf(reply.data);
  if (reply.statusCode < 400) return body as Reply;
  const error = errorOfReply(reply.statusCode, body);
  if (error.code === 'not_signed_in' || error.code === 'password_change_required') whenSignedOut.run(error.code);
  throw error;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
