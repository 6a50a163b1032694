import { toHalfWidth } from '../text.ts';

/**
 * What people paste from a letter, as it is kept: full width, blanks, dashes and dots of every kind, and the labels beside
 * number and code are no part of it, nor the brackets and quotation marks around them. Both lines pasted into one field give each field its own.
 */
export function numberAsTyped(typed: string): string {
  const [, labelled] =
    /(?:编号|NUMBER|NO|№)[:：.]*((?:SJ|DJ)?[\dOIL]{10,}(?:[RB][\dOIL]+)?)/.exec(compact(typed)) ?? [];
  const number = labelled ?? compact(typed).replace(/^(?:证明|收据|登记表)?编号[:：]*/, '');
  return AS_READ.test(number) ? number.replace(/O/g, '0').replace(/[IL]/g, '1') : number;
}

/** As somebody reads it who takes a nought for a letter. */
const AS_READ = /^(?:SJ|DJ)?[\dOIL]{10,}(?:[RB][\dOIL]+)?$/;

/** 核验码: sixteen characters; see numberAsTyped. */
export function codeAsTyped(typed: string): string {
  const whole = compact(typed);
  if (whole.length <= CODE_LENGTH) return whole.replace(/^核验码[:：]*/, '');
  const [, labelled] = /(?:核验码|CODE)(?:VERIFICATIONCODE)?[:：.]*([0-9A-Z]{16})(?![0-9A-Z])/.exec(whole) ?? [];
  return labelled ?? whole.replace(/^核验码[:：]*/, '');
}

/** 份号 of a paper copy. */
export function serialAsTyped(typed: string): string {
  return compact(typed).replace(/^(?:份号|COPYNUMBER|COPY)[:：.]*/, '');
}

const CODE_LENGTH = 16;
const compact = (typed: string) =>
  toHalfWidth(typed)
    .replace(
      /[\s\u002D\u2010-\u2015\u2212\uFE58\uFE63~_·・•‧∙⋅．。|()[\]{}【】〔〕〖〗「」『』《》〈〉<>"'“”‘’,，、;；*#]/g,
      '',
    )
    .toUpperCase();
