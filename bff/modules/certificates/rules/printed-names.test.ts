import { expect, test } from '@jest/globals';
import { firmFacts, lawyerFacts, reviewFacts } from '../../../test/factories/review-facts.ts';
import { contradictionsIn, decide, doubtsIn } from './rules.ts';

test('a letter in English waits for the English names of both firms that it prints, whoever reviews it', () => {
  const left = { firmId: 8, firmName: '江海旧友律师事务所', fromOn: '2010-05-06', untilOn: '2026-01-31' };
  const stopped = (firmEnglishName: string, latinName = 'LIN Zhiyuan') => {
    const periods = [{ ...left, firmEnglishName }];
    const lawyers = [lawyerFacts({ status: 'cancelled', firmId: null, firmName: '', periods })];
    const { findings } = decide('former-lawyer', reviewFacts({ lawyers, latinName }));
    return contradictionsIn(findings).filter(({ rule }) => rule === 'firm_english_name').length;
  };
  expect([stopped(''), stopped('Jiuyou Law Firm'), stopped('', '')]).toEqual([1, 0, 0]);
});

test('an application of a type that people review anyway carries no doubt, unless the facts do', () => {
  const doubts = (pendingChange: string) =>
    doubtsIn(decide('manual', reviewFacts({ firm: firmFacts({ pendingChange }) })).findings).length;
  expect([doubts(''), doubts('更名')]).toEqual([0, 1]);
});
