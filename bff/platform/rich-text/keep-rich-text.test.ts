import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LINK_SCHEMES, MAX_RICH_DEPTH, RICH_TAGS, type RichNode } from '../../contract/rich-text/tags.ts';
import { AppError } from '../../errors.ts';
import { keepRichText } from './keep-rich-text.ts';
import { readRichText } from './read-rich-text.ts';

const FIELD = { name: 'body', label: '正文', max: 10_000 } as const;
const kept = (html: string) => keepRichText(html, FIELD);

/** Everything that clients would make of it: tags and addresses. */
function madeOf(nodes: readonly RichNode[], depth = 1): { tag: string; href: string | undefined; depth: number }[] {
  return nodes.flatMap((node) =>
    'text' in node ? [] : [{ tag: node.tag, href: node.href, depth }, ...madeOf(node.of, depth + 1)],
  );
}
const wordsIn = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => ('text' in node ? node.text : wordsIn(node.of))).join('');

/** What is found in collections of what gets past sanitizers; each has 一, which is all that may be left of it. */
const EVIL = [
  '<svg onload=alert(1)></svg><p>一</p>',
  '<svg><style>@import "//evil.example";</style></svg><p>一</p>',
  '<svg><a xlink:href="javascript:alert(1)"><text>点</text></a></svg><p>一</p>',
  '<svg><use href="data:image/svg+xml;base64,PHN2Zz4="></use></svg><p>一</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></mglyph></table></mtext></math>一',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style>一',
  '<p>一<a href="JaVaScRiPt:alert(1)">点</a></p>',
  '<p>一<a href=" \u0001javascript:alert(1)">点</a></p>',
  '<p>一<a href="java&Tab;script:alert(1)">点</a></p>',
  '<p>一<a href="vbscript:x">点</a><a href="file:///etc/passwd">点</a><a href="blob:https://x/1">点</a></p>',
  '<p>一<a href="data:text/html;base64,PHNjcmlwdD4=">点</a></p>',
  '<p>一<a href="\\\\evil.example">点</a><a href="//evil.example">点</a></p>',
  '<p style="background:url(javascript:alert(1))" class="x" id="y" data-x="z">一</p>',
  '<p><xss style="behavior:url(x.htc)">一</xss></p><link rel=stylesheet href=//evil.example>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example"><p>一</p>',
  '<p>一</p><template><script>alert(1)</script></template><textarea><script>alert(1)</script></textarea>',
  '<p title="><script>alert(1)</script>">一</p><!--><script>alert(1)</script>-->',
  '<p>一</p><img srcset="x" src="data:image/svg+xml,<svg onload=alert(1)>"><video poster=x><source onerror=alert(1)>',
  '<p/onclick=alert(1)>一</p><p\tonmouseover\n=\n"alert(1)">一</p>',
  '<<script>script>alert(1)<</script>/script><p>一</p>',
];

describe('nothing of what is kept can be a program', () => {
  test.each(EVIL)('%s', (evil) => {
    const { body } = kept(evil);
    for (const { href } of madeOf(readRichText(body))) expect(href).toBeUndefined();
    expect(body.replace(/<\/?(?:p|a|table|tbody|tr|td)>/g, '')).not.toContain('<');
  });

  test('whatever is written', () => {
    const piece = fc.constantFrom(
      ...['<', '>', '/', '"', "'", '=', ' ', '&', '&lt;', '&#60;', '<!--', '-->', '<![CDATA[', ']]>', '\0', '\n'],
      ...['script', 'svg', 'math', 'style', 'img', 'p', 'a', 'li', 'table', 'td', 'br', 'template', 'noscript'],
      ...['href', 'onerror', 'src', 'javascript:', 'java\tscript:', 'data:', 'https://a.example', 'alert(1)', '一'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        let body: string;
        try {
          ({ body } = kept(`${pieces.join('')}<p>一</p>`));
        } catch (error) {
          // Nothing but marks was left of it.
          if (error instanceof AppError) return;
          throw error;
        }
        const nodes = readRichText(body);
        for (const { tag, href, depth } of madeOf(nodes)) {
          expect(RICH_TAGS).toContain(tag);
          expect(depth).toBeLessThanOrEqual(MAX_RICH_DEPTH);
          if (href !== undefined && href.includes(':'))
            expect(LINK_SCHEMES as readonly string[]).toContain(href.slice(0, href.indexOf(':')).toLowerCase());
        }
        // Kept again it is what it was: no second reading finds more in it than the first.
        if (wordsIn(nodes).trim() !== '') expect(kept(body).body).toBe(body);
      }),
      { numRuns: 500 },
    );
  });
});

test('an identity number is seen through the tags that stand in it', () => {
  expect(() => kept('<p>110105<b></b>19491231<i>002X</i></p>')).toThrow(
    expect.objectContaining({ fields: { body: '不能写身份证号码' } }),
  );
  expect(kept('<p>110105<b></b>19491231<i>0021</i></p>').bodyText).toBe('110105194912310021');
});
