import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accountEndpoints } from '../../bff/contract/accounts/endpoints.ts';
import { certificateEndpoints } from '../../bff/contract/certificates/endpoints.ts';
import { fakeApi, refuse } from '../test/fake-api.ts';
import { application } from '../test/fixtures.ts';
import { storage, taroState, type TaroRequest } from '../test/taro.ts';
import { ApiError } from './api-error.ts';
import { bearer, whenSignedOut } from './bearer.ts';
import { call } from './client.ts';

const body = { type: 't', email: 'a@example.com', idempotencyKey: 'k'.repeat(20) };

beforeEach(() => {
  storage.clear();
  bearer.forget();
  jest.useFakeTimers({ advanceTimers: true });
});

describe('call', () => {
  it('fills the path and leaves blank query parameters out', async () => {
    const seen = fakeApi({
      'GET /api/applications/4%2F1': () => application(),
      'GET /api/applications': () => ({ items: [], next: null, total: 0, totalIsCapped: false }),
    });
    await call(certificateEndpoints.showApplication, { params: { id: '4/1' } });
    await call(certificateEndpoints.listApplications, { query: { state: 'pending', type: '' } });
    expect(seen.map((one) => [one.route, one.query])).toEqual([
      ['GET /api/applications/4%2F1', {}],
      ['GET /api/applications', { state: 'pending' }],
    ]);
  });

  it('asks a read again when the network falters, and a submit never', async () => {
    let asked = 0;
    taroState.answer = () => {
      asked += 1;
      return asked < 3 ? Promise.reject(new Error('network')) : Promise.resolve({ statusCode: 200, data: [] });
    };
    const reading = call(certificateEndpoints.listTypes, {});
    await jest.runAllTimersAsync();
    await expect(reading).resolves.toEqual([]);
    expect(asked).toBe(3);

    asked = 0;
    await expect(call(certificateEndpoints.submitApplication, { body })).rejects.toMatchObject({ code: 'offline' });
    expect(asked).toBe(1);
  });

  it('does not repeat what the server refused', async () => {
    const seen = fakeApi({ 'GET /api/certificate-types': () => refuse('forbidden') });
    await expect(call(certificateEndpoints.listTypes, {})).rejects.toMatchObject({ code: 'forbidden' });
    expect(seen).toHaveLength(1);
  });

  it('reads the faults of a form out of the bytes of a PDF endpoint', async () => {
    fakeApi({ 'POST /api/applications/preview': () => refuse('invalid_fields', { 'paper.copies': '请填写申请数量' }) });
    const fault = await call(certificateEndpoints.previewApplication, { body }).catch((reason: unknown) => reason);
    expect(fault).toBeInstanceOf(ApiError);
    expect(fault).toMatchObject({ code: 'invalid_fields', fields: { 'paper.copies': '请填写申请数量' } });
  });

  it('takes a page of a proxy for an unavailable service', async () => {
    taroState.answer = () => Promise.resolve({ statusCode: 502, data: '<html>Bad Gateway</html>' });
    await expect(call(certificateEndpoints.submitApplication, { body })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('tells a wait that was too long from a network that is gone', async () => {
    taroState.answer = () => Promise.reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
    await expect(call(certificateEndpoints.submitApplication, { body })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('says so when the session is over, but not for a wrong password', async () => {
    const ended: string[] = [];
    whenSignedOut.run = (code) => void ended.push(code);
    fakeApi({
      'GET /api/certificate-types': () => refuse('not_signed_in'),
      'POST /api/session': () => refuse('wrong_credentials'),
    });
    await call(certificateEndpoints.listTypes, {}).catch(() => undefined);
    const credentials = { login: 'x', password: 'y', tokenIn: 'cookie' } as const;
    await call(accountEndpoints.signIn, { body: credentials }).catch(() => undefined);
    expect(ended).toEqual(['not_signed_in']);
  });

  it('carries the token of the mini-program once there is one', async () => {
    const headers: (string | undefined)[] = [];
    taroState.answer = (request: TaroRequest) => {
      headers.push(request.header.authorization);
      return Promise.resolve({ statusCode: 200, data: [] });
    };
    await call(certificateEndpoints.listTypes, {});
    bearer.write('secret');
    await call(certificateEndpoints.listTypes, {});
    expect(headers).toEqual([undefined, 'Bearer secret']);
  });
});
