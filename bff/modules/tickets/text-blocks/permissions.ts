import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { answer, id, staff, type Row } from '../../../test/permissions/row.ts';
import { addTextBlock } from './keep-text-blocks.ts';
import { TextBlock } from './model.ts';

const words = { title: '请补充执业证', body: '{{member.name}}：请上传执业证首页。', next: 'asked' } as const;
/** Whoever tries five hundred titles fills the list to its limit: it is emptied first. */
async function made(): Promise<TextBlock> {
  await TextBlock.destroy({ where: {} });
  await addTextBlock({ actor: staffActor('service'), input: words });
  return TextBlock.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
}
const everyDesk = staff('registrar', 'service', 'reviewer', 'finance', 'events');

/** Whoever answers tickets keeps the text blocks. */
export const PERMISSIONS: Record<string, Row> = {
  listTextBlocks: { realm: 'staff', passes: everyDesk },
  addTextBlock: { realm: 'staff', passes: everyDesk, call: async () => ({ body: words }) },
  changeTextBlock: {
    realm: 'staff',
    passes: everyDesk,
    hasObject: true,
    call: async () => ({ ...id((await made()).id), body: { ...words, version: 1 } }),
  },
  removeTextBlock: {
    realm: 'staff',
    passes: everyDesk,
    hasObject: true,
    call: async () => ({ ...id((await made()).id), body: { version: 1 } }),
  },
  fillTextBlocks: {
    realm: 'staff',
    passes: { ...staff('reviewer'), ...answer(404, 'registrar', 'service', 'finance', 'events') },
    hasObject: true,
    call: async () => id((await makeTicket(await memberActor({ firmId: (await makeFirm()).id }))).id),
  },
};
