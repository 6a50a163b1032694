import type { Endpoint, EndpointTypes } from '../../bff/contract/endpoint.ts';
import { addressOf, type InputOf } from './call.ts';
import { ApiFailure, toFailure } from './failure.ts';

/**
 * Calls an endpoint that takes a file.
 * @throws ApiFailure with the server's code and message, or `offline` if no answer came
 */
export async function upload<T extends EndpointTypes>(
  endpoint: Endpoint<T>,
  input: Omit<InputOf<T>, 'body'>,
  file: File,
): Promise<T['reply']> {
  return (await (await send(endpoint, input, file)).json()) as T['reply'];
}

/** The same for an endpoint that takes a file and answers with one; `headers` say more of it. */
export async function uploadForFile<T extends EndpointTypes>(
  endpoint: Endpoint<T>,
  input: Omit<InputOf<T>, 'body'>,
  file: File,
): Promise<FileAnswer> {
  return answerOf(await send(endpoint, input, file));
}

/** The file that an endpoint answers with, where what its headers say of it is shown. Throws as `upload` does. */
export async function fetchFile<T extends EndpointTypes>(
  endpoint: Endpoint<T>,
  input: InputOf<T>,
): Promise<FileAnswer> {
  return answerOf(await ask(addressOf(endpoint, input), { method: endpoint.method, credentials: 'same-origin' }));
}

export interface FileAnswer {
  blob: Blob;
  headers: Headers;
}
const answerOf = async (response: Response): Promise<FileAnswer> => ({
  blob: await response.blob(),
  headers: response.headers,
});

async function send<T extends EndpointTypes>(endpoint: Endpoint<T>, input: Omit<InputOf<T>, 'body'>, file: File) {
  const body = new FormData();
  body.append('file', file, file.name);
  const request: RequestInit = { method: endpoint.method, credentials: 'same-origin', body };
  return ask(addressOf(endpoint, input as InputOf<T>), request);
}

async function ask(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, request).catch((cause: unknown) => {
    throw new ApiFailure('offline', '网络连接失败，请检查网络后重试', { cause });
  });
  if (!response.ok) throw await toFailure(response);
  return response;
}
