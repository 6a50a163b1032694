import { expect, test } from '@jest/globals';
import { capitalAmount } from './capital-amount.ts';

// Examples of 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1), and what stands between them.
test.each([
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元叁角贰分'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [3_500, '叁拾伍元整'],
  [1_000, '壹拾元整'],
  [10_000_500, '壹拾万零伍元整'],
  [100_000_000_100, '壹拾亿零壹元整'],
  [50, '伍角整'],
  [5, '伍分'],
])('%d fen', (fen, words) => expect(capitalAmount(fen)).toBe(words));
