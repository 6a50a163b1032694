import { AppError } from '../../errors.ts';
import { readSettings } from './read-settings.ts';

/**
 * Refuses what somebody has written with a word of the association's 禁用词语 in it, blanks between its characters or not.
 * @param fields what was written, by the name of its field. Throws `invalid_fields` for each that has one.
 */
export async function expectNoBlockedWord(fields: Record<string, string>): Promise<void> {
  const { blockedWords } = await readSettings();
  const blocked = blockedWords.map((word) => ({ word, letters: plain(word) })).filter(({ letters }) => letters !== '');
  const faults: Record<string, string> = {};
  for (const [name, text] of Object.entries(fields)) {
    const found = blocked.find(({ letters }) => plain(text).includes(letters));
    if (found) faults[name] = `内容中有不能提交的词语“${found.word}”，请修改后再提交`;
  }
  if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
}

/** What is read, without what could stand between the characters. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');
