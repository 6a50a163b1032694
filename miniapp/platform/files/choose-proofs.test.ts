import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Taro from '@tarojs/taro';
import { chooseProofs as chooseInBrowser } from './choose-proofs.h5.ts';
import { chooseProofs as chooseInWeChat } from './choose-proofs.weapp.ts';

const request = { url: '/api/files', header: { authorization: 'Bearer t' } };
const ENDINGS = ['pdf', 'jpg', 'jpeg', 'png'];
const shares: number[] = [];
const onProgress = (share: number) => void shares.push(share);
beforeEach(() => void (shares.length = 0));

describe('in a browser', () => {
  const plain = globalThis.XMLHttpRequest;
  const click = HTMLInputElement.prototype.click;
  afterEach(() => {
    globalThis.XMLHttpRequest = plain;
    HTMLInputElement.prototype.click = click;
  });

  it('offers PDF and pictures, and sends the file itself as a form', async () => {
    const sent: { body?: FormData; headers: [string, string][] } = { headers: [] };
    class Request {
      upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
      onload?: () => void;
      status = 200;
      responseText = '{}';
      open() {}
      setRequestHeader(...header: [string, string]) {
        sent.headers.push(header);
      }
      send(body: FormData) {
        sent.body = body;
        this.upload.onprogress?.({ loaded: 3, total: 4 });
        this.onload?.();
      }
    }
    globalThis.XMLHttpRequest = Request as unknown as typeof XMLHttpRequest;
    let accepted = '';
    HTMLInputElement.prototype.click = function () {
      accepted = this.accept;
      Object.defineProperty(this, 'files', { value: [new File(['%PDF'], '同意书.pdf')] });
      this.dispatchEvent(new Event('change'));
    };
    const [file] = await chooseInBrowser(5, ENDINGS);
    expect(accepted).toContain('application/pdf');
    expect(file).toMatchObject({ name: '同意书.pdf', size: 4 });
    expect(await file?.send(request, onProgress)).toEqual({ statusCode: 200, data: '{}' });
    expect((sent.body?.get('file') as File).name).toBe('同意书.pdf');
    expect(sent.headers).toEqual([['authorization', 'Bearer t']]);
    expect(shares).toEqual([0.75]);
  });

  it('gives none when the user thinks better of it', async () => {
    HTMLInputElement.prototype.click = function () {
      this.dispatchEvent(new Event('cancel'));
    };
    expect(await chooseInBrowser(5, ENDINGS)).toEqual([]);
  });
});

describe('in WeChat', () => {
  it('takes files out of a chat, as many as still fit, and sends them by path', async () => {
    const asked: object[] = [];
    Object.assign(Taro, {
      chooseMessageFile: (options: object) => {
        asked.push(options);
        return Promise.resolve({ tempFiles: [{ name: '委托书.jpg', size: 9, path: 'wxfile://tmp/1' }] });
      },
      uploadFile: (options: { success(reply: object): void }) => {
        asked.push(options);
        // WeChat answers later: the progress is listened to before.
        setTimeout(() => options.success({ statusCode: 200, data: '{}' }));
        return { onProgressUpdate: (hear: (event: { progress: number }) => void) => hear({ progress: 50 }) };
      },
    });
    const [file] = await chooseInWeChat(3, ENDINGS);
    expect(asked[0]).toMatchObject({ count: 3, extension: ['pdf', 'jpg', 'jpeg', 'png'] });
    expect(await file?.send(request, onProgress)).toEqual({ statusCode: 200, data: '{}' });
    expect(asked[1]).toMatchObject({ ...request, filePath: 'wxfile://tmp/1', name: 'file' });
    expect(shares).toEqual([0.5]);
  });

  it('gives none when the user thinks better of it', async () => {
    Object.assign(Taro, { chooseMessageFile: () => Promise.reject(new Error('cancel')) });
    expect(await chooseInWeChat(5, ENDINGS)).toEqual([]);
  });
});
