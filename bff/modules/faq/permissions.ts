import { anyMember, staff, type Row } from '../../test/permissions/row.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { FaqEntry } from './model.ts';
import { createFaq } from './write-faq.ts';

const ENTRY = {
  category: 'form',
  question: '怎样打印证明？',
  answer: '下载后用 A4 纸打印。',
  keywords: '',
  audience: 'everybody',
  position: 10,
  isPublished: true,
} as const;
/** Whoever tries five hundred questions fills the list to its limit: it is emptied first. */
async function written(): Promise<number> {
  await FaqEntry.destroy({ where: { shippedAs: null } });
  return createFaq({ actor: staffActor('service'), input: ENTRY });
}

/** Everybody reads what is published, members say whether it helped, the desk writes. */
export const PERMISSIONS: Record<string, Row> = {
  listFaq: { realm: 'public', answer: 200 },
  markFaq: {
    realm: 'member',
    passes: anyMember,
    hasObject: true,
    call: async () => ({ params: { id: await written() }, body: { isHelpful: false, reason: '没有写纸张大小' } }),
  },
  listFaqEntries: { realm: 'staff', passes: staff('service') },
  createFaq: { realm: 'staff', passes: staff('service'), call: async () => ({ body: ENTRY }) },
  updateFaq: {
    realm: 'staff',
    passes: staff('service'),
    hasObject: true,
    call: async () => ({ params: { id: await written() }, body: { ...ENTRY, version: 1 } }),
  },
};
