import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostOf, isOwnAddress, piecesOf } from './links.ts';

const hrefs = (said: string) => piecesOf(said).flatMap(({ href }) => href ?? []);

test.each([
  ['见https://zm.example.cn/apply，谢谢', ['https://zm.example.cn/apply']],
  ['(see http://a.example/x?y=1#z).', ['http://a.example/x?y=1#z']],
  ['https://a.example。https://b.example:8080/', ['https://a.example', 'https://b.example:8080/']],
  ['没有链接：a.example、javascript:alert(1)、data:text/html,x、ftp://a.example', []],
])('%s', (said, found) => expect(hrefs(said)).toEqual(found));

test.each([
  'https://bank.example@elsewhere.example/',
  'https://bank.example:443@elsewhere.example/',
  'https://xn.例子/',
  'https://аpple.example/',
  'https://a.example谢谢',
])('what hides where it leads stays words: %s', (said) => {
  expect(hrefs(said)).toEqual([]);
});

test('nothing of what was said is lost, and no address is anything but http', () => {
  const parts = fc.constantFrom('https://a.example', 'http://', '@', '/x', '。', ' ', '例', 'javascript:', '"', '>');
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 5 }))), (all) => {
      const said = all.join('');
      const pieces = piecesOf(said);
      expect(pieces.map(({ text }) => text).join('')).toBe(said);
      for (const { href } of pieces) expect(href ?? 'http://').toMatch(/^https?:\/\//i);
    }),
  );
});

test('ours are those of our own origin, to the letter', () => {
  const origin = 'https://zm.example.cn';
  expect(['/apply', '', '?q=1'].map((rest) => isOwnAddress(origin + rest, origin))).toEqual([true, true, true]);
  const others = [`${origin}.evil.example/`, `${origin}:8443/`, 'http://zm.example.cn/'];
  expect(others.map((href) => isOwnAddress(href, origin))).toEqual([false, false, false]);
  expect(hostOf('https://Evil.example:8443/x')).toBe('evil.example:8443');
});
