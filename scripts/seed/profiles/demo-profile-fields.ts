import { saveFieldSettings } from '../../../bff/modules/profile-fields/save-field-settings.ts';
import { staffOf } from '../demo-actors.ts';

/**
 * 档案字段 as an office sets them: one required, one not used, hints of its own, choices beside the shipped ones, one of
 * which is offered no more. Before profiles, which are filled in by them.
 */
export async function seedDemoProfileFields(): Promise<void> {
  await saveFieldSettings({
    actor: await staffOf('admin'),
    input: {
      version: 0,
      fields: {
        'basic.qq': { use: 'hidden' },
        'basic.phone': { hint: '请填写律所座机，有分机的写在号码之后，例如 0700-6880013-8012' },
        'basic.practiceAreas': {
          hint: '最多选3项，与个人网站、名片上的一致',
          added: {
            own1: { label: '低空经济与航空', isOffered: true },
            own2: { label: '区块链与虚拟财产', isOffered: false },
          },
        },
        'work.department': { use: 'required' },
        'qualifications.kind': { added: { own1: { label: '企业合规师', isOffered: true } } },
      },
    },
  });
}
