import { expect, test } from '@jest/globals';
import { createActivity } from './schemas.ts';
import { readMapPoint } from './map-point.ts';

const entered = (mapPoint: unknown) => createActivity.shape.mapPoint.safeParse(mapPoint);

test.each([
  ['23.021548,113.121416', '23.021548,113.121416'],
  ['23.021548，113.121416', '23.021548,113.121416'],
  ['23.021548 , 113.121416', '23.021548,113.121416'],
  ['', ''],
])('%s is kept as %s', (typed, kept) => expect(entered(typed).data).toBe(kept));

test.each(['113.121416,23.021548', '0,0', '23.02', '23.0215489,113.1', 'javascript:alert(1)', '23.1,113.2;title:x'])(
  '%s is no point of this country',
  (typed) => expect(entered(typed).error?.issues[0]?.message).toContain('纬度,经度'),
);

test('what is kept is read as numbers; nothing else is', () => {
  expect(readMapPoint('23.021548,113.121416')).toEqual({ latitude: 23.021548, longitude: 113.121416 });
  expect(readMapPoint('')).toBeNull();
});
