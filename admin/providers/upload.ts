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

/** The same for an endpoint that takes a file and answers with one. */
export async function uploadForFile<T extends EndpointTypes>(
  endpoint: Endpoint<T>,
  input: Omit<InputOf<T>, 'body'>,
  file: File,
): Promise<Blob> {
  return (await send(endpoint, input, file)).blob();
}

async function send<T extends EndpointTypes>(endpoint: Endpoint<T>, input: Omit<InputOf<T>, 'body'>, file: File) {
  const body = new FormData();
  body.append('file', file, file.name);
  const request: RequestInit = { method: endpoint.method, credentials: 'same-origin', body };
  const response = await fetch(addressOf(endpoint, input as InputOf<T>), request).catch((cause: unknown) => {
    throw new ApiFailure('offline', '网络连接失败，请检查网络后重试', { cause });
  });
  if (!response.ok) throw await toFailure(response);
  return response;
}
