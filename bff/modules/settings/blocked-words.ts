import { AppError } from '../../errors.ts';
import { readSettings } from './read-settings.ts';

/**
 * Refuses what somebody has written with a word of the association's 禁用词语 in it, blanks between its characters or not.
 * @param fields what was written, by the name of its field. Throws `invalid_fields` for each that has one.
 */
export async function expectNoBlockedWord(fields: Record<string, string>): Promise<void> {
  const { blockedWords } = await readSettings();
  const faults = Object.entries(fields).flatMap(([name, text]) => {
    const word = blockedWords.find((one) => plain(text).includes(plain(one)));
    return word === undefined ? [] : [[name, `内容中有不能提交的词语“${word}”，请修改后再提交`]];
  });
  if (faults.length > 0) throw new AppError('invalid_fields', { fields: Object.fromEntries(faults) as Faults });
}
type Faults = Record<string, string>;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');
