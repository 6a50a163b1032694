import { ApiError } from '../api/api-error.ts';
import { isOffline } from '../platform/device/offline.ts';

const NOTHING_SENT = '现在没有网络，什么都没有发出。填写的内容没有丢失，连上网络后再次提交即可。';
const UNANSWERED =
  '没有收到服务器的答复，不能确定是否已经提交。填写的内容没有丢失，请再次提交：刚才已经提交的，会打开同一份，不会重复。';

/**
 * Sends something that carries an idempotency key, and says of a failure whether anything may have arrived: to send it
 * again is safe, the server answers with what the key made before. Throws ApiError.
 */
export async function sendOnce<Reply>(send: () => Promise<Reply>): Promise<Reply> {
  if (isOffline()) throw new ApiError('offline', { message: NOTHING_SENT });
  try {
    return await send();
  } catch (fault) {
    if (fault instanceof ApiError && (fault.code === 'offline' || fault.code === 'timeout'))
      throw new ApiError(fault.code, { message: UNANSWERED });
    throw fault;
  }
}
