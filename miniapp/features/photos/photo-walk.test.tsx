import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { faultOfCrop, type Crop } from '../../../bff/contract/photos/crop.ts';
import type { OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { PhotoWalk } from './photo-walk.tsx';

const DRAFT: NonNullable<OwnPhoto['draft']> = {
  id: 9,
  state: 'draft',
  way: null,
  createdAt: '2026-11-29T02:00:00.000Z',
  activatedAt: null,
  warnings: [],
  opinion: '',
};
const photo = (more: Partial<OwnPhoto> = {}): OwnPhoto => ({
  current: null,
  draft: null,
  pending: null,
  refused: null,
  face: {
    isOffered: true,
    why: '',
    provider: '某某公司',
    agreed: null,
    agreedAt: null,
    leftToday: 5,
    last: null,
  },
  changeableOn: null,
  evidenceDays: 180,
  ...more,
});
const picture = { 'GET /api/me/photos/9/picture': () => new ArrayBuffer(3) };

const SIZE = { width: 3_000, height: 4_000 };
const plain = { request: globalThis.XMLHttpRequest, click: HTMLInputElement.prototype.click };
beforeEach(() => {
  freshDevice();
  globalThis.URL.createObjectURL = () => 'blob:photo';
  globalThis.URL.revokeObjectURL = () => undefined;
  HTMLInputElement.prototype.click = function () {
    Object.defineProperty(this, 'files', { value: [new File(['jpeg'], '我.jpg')] });
    this.dispatchEvent(new Event('change'));
  };
  class Request {
    upload = {};
    onload?: () => void;
    status = 200;
    responseText = JSON.stringify({ upload: 'an-upload-of-this-lawyer', ...SIZE });
    open() {}
    setRequestHeader() {}
    send() {
      this.onload?.();
    }
  }
  globalThis.XMLHttpRequest = Request as unknown as typeof XMLHttpRequest;
});
afterEach(() => {
  globalThis.XMLHttpRequest = plain.request;
  HTMLInputElement.prototype.click = plain.click;
});

describe('证件照片', () => {
  it('says what is asked for, and sends five numbers of what is framed', async () => {
    const bodies: { crop: Crop; insists: boolean }[] = [];
    fakeApi({
      'GET /api/me/photo': () => photo(),
      'POST /api/me/photos': ({ body }: { body: unknown }) => {
        bodies.push(body as (typeof bodies)[0]);
        return bodies.length === 1
          ? refuse('invalid_fields', { photo: '照片较模糊，请重新拍摄' })
          : photo({ draft: DRAFT, face: { ...photo().face, isOffered: false, why: '由工作人员核验' } });
      },
      ...picture,
    });
    show(<PhotoWalk />);
    await screen.findByText('证件翻拍');
    await userEvent.click(screen.getByRole('button', { name: '选择照片' }));
    await userEvent.click(await screen.findByRole('button', { name: '放大' }));
    await userEvent.click(screen.getByRole('button', { name: '左转90°' }));
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '照片合格，交人工核验' }));
    await screen.findByText('由工作人员核验');
    expect(bodies.map(({ insists }) => insists)).toEqual([false, true]);
    expect(bodies[0]?.crop.angle).toBe(-90);
    expect(faultOfCrop(bodies[0]!.crop, SIZE)).toBeNull();
  });

  it('sends nothing to be compared before the box is ticked; the other way stands beside it', async () => {
    const sent: string[] = [];
    fakeApi({
      'GET /api/me/photo': () => photo({ draft: DRAFT }),
      'POST /api/me/face-consent': () => {
        sent.push('consent');
        return photo({ draft: DRAFT });
      },
      'POST /api/me/photos/9/comparison': () => {
        sent.push('comparison');
        return photo({ current: { ...DRAFT, state: 'current', way: 'face' } });
      },
      ...picture,
    });
    show(<PhotoWalk />);
    await userEvent.click(await screen.findByRole('button', { name: '用人脸比对核验' }));
    expect(await screen.findByText(/某某公司/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '选择其他方式' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '同意并比对' }));
    expect(await screen.findByText(/请先阅读并勾选/)).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '同意并比对' }));
    await waitFor(() => expect(sent).toEqual(['consent', 'comparison']));
    expect(await screen.findByText('使用中')).toBeTruthy();
  });

  it('hands it to staff, whatever a comparison said', async () => {
    const last = { result: 'no_match' as const, words: '照片与公安登记的照片不像同一个人', at: DRAFT.createdAt };
    const bodies: unknown[] = [];
    fakeApi({
      'GET /api/me/photo': () => photo({ draft: DRAFT, face: { ...photo().face, last } }),
      'POST /api/me/photos/9/referral': ({ body }: { body: unknown }) => {
        bodies.push(body);
        return photo({ pending: { ...DRAFT, state: 'pending', way: 'manual' } });
      },
      ...picture,
    });
    show(<PhotoWalk />);
    await screen.findByText(/不像同一个人/);
    await userEvent.click(screen.getByRole('button', { name: '提交人工核验' }));
    expect(await screen.findByText('人工核验中')).toBeTruthy();
    expect(bodies).toEqual([{ attachments: [] }]);
  });
});
