import type { SectionData } from '../../../contract/form-reading/fields.ts';
import type { ProfileField, ProfileSection } from '../../../contract/profile/language.ts';
import { unprintableCharacters } from '../../../platform/pdf/glyphs.ts';

const isPrinted = ({ box, width }: ProfileField): boolean => box !== undefined || width !== undefined;

/**
 * Characters that no font of ours has, in what is printed on 《律师基本信息登记表》: `row.field` → what is said of them. The draft
 * keeps them; a form that cannot be printed is not submitted.
 */
export function unprintableIn(section: ProfileSection, { rows }: SectionData): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { key } of section.fields.filter(isPrinted)) {
    for (const { id, values } of rows) {
      const value = values[key];
      if (typeof value !== 'string') continue;
      const characters = unprintableCharacters(value.replaceAll('\n', ''));
      if (characters.length === 0) continue;
      faults[`${id}.${key}`] = `“${characters.join('')}”暂不能打印，已为您保留在草稿中，请提交工单`;
    }
  }
  return faults;
}
