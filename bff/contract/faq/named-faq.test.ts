import { expect, test } from '@jest/globals';
import { faqInWords, faqNamedIn } from './named-faq.ts';

const origin = 'https://lawyers.example.org';

test('what an answer names is found again, quotes in a question and all, each entry once', () => {
  const asked = { id: 12, question: '一直显示“待填写”，怎么办？', origin };
  const other = { id: 3, question: '忘记密码怎么办？', origin };
  const words = `请看${faqInWords(asked)}。\n也可以看${faqInWords(other)}或${faqInWords(asked)}。`;
  expect(faqNamedIn(words)).toEqual([asked, other].map(({ id, question }) => ({ id, question })));
});

test('words that merely look like it name nothing', () => {
  for (const words of ['常见问题', '常见问题“登录”', `${origin}/faq?id=3`, '常见问题“登录”（/faq?id=0）']) {
    expect([words, faqNamedIn(words)]).toEqual([words, []]);
  }
});
