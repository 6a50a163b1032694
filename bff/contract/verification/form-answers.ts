import type { Answer } from './answers.ts';
import type { KnownForm } from './replies.ts';

/** What a stranger is told of a 《律师基本信息登记表》. */
export function formAnswerOf({ answer, isSuperseded }: KnownForm, asked: 'link' | 'number' | 'file'): Answer {
  if (answer === 'form_altered') return ALTERED;
  if (isSuperseded) return SUPERSEDED;
  return {
    shape: 'check',
    zh: '本协会出具的登记表',
    en: 'A registration form issued by this association',
    standing: { zh: '当前状态：最近一次审核通过的内容', en: 'Status now: as approved last' },
    meaning: asked === 'file' ? SAME_FILE : COMPARE,
  };
}

const ALTERED: Answer = {
  shape: 'cross',
  zh: '未能核验',
  en: 'Not verified',
  standing: null,
  meaning: {
    zh: '您提供的文件与本协会出具的登记表原件不一致，内容可能被改动。以下是原件的编号和出具情况。',
    en: 'The file you offered differs from the form we issued; it may have been altered. Below is how the original was issued.',
  },
};
const SUPERSEDED: Answer = {
  shape: 'bang',
  zh: '已有更新的登记表',
  en: 'There is a newer form',
  standing: { zh: '当前状态：之后又有内容审核通过', en: 'Status now: something newer was approved since' },
  meaning: {
    zh: '该登记表由本协会出具，内容为当时审核通过的信息，之后又有变更。需要最新内容的，请向本人索取新的登记表。',
    en: 'We issued this form; it says what was approved then, and something has changed since. Ask the lawyer for a new one.',
  },
};
const COMPARE = {
  zh: '请核对编号、姓名和执业证号，或用文件核验全部内容。为保护个人信息，此处不显示表中填写的内容。',
  en: 'Compare number, name and licence number, or verify the file itself. What the lawyer has filled in is not shown here.',
};
const SAME_FILE = {
  zh: '原件：您提供的文件与本协会出具的登记表完全一致。',
  en: 'The original: your file is, byte for byte, the form we issued.',
};
