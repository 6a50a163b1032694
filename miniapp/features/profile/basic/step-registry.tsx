import type { ReactNode } from 'react';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import type { Values } from '../../../../bff/contract/forms/language.ts';
import { BASIC } from '../../../../bff/contract/profile/sections/basic.ts';
import type { ProfileField } from '../../../../bff/contract/profile/language.ts';
import type { CorrectionFieldKey } from '../../../../bff/contract/corrections/enums.ts';
import { pageUrl } from '../../../addresses.ts';
import { Box, Link } from '../../../ui/elements.tsx';
import { Facts, Notice, type FactRow } from '../../../ui/sheets/sheet.tsx';
import { shownWords } from '../fields/shown-words.ts';
import styles from '../profile.module.css';

/** What of the registry can be asked to be corrected by a ticket, by field. */
export const CORRECTIONS: Readonly<Record<string, CorrectionFieldKey>> = {
  name: 'name',
  sex: 'sex',
  licenceNo: 'licenceNo',
  category: 'category',
  firm: 'transfer',
  latinName: 'latinName',
  firstPractisedOn: 'firstPractisedOn',
  identity: 'identity',
};

const STEP = BASIC.steps[0].fields;

/** Step 1: what the registry says, each with its way to a correction; going on does not wait for it. */
export function StepRegistry({ given, row, children }: { given: Values; row: Row; children: ReactNode }) {
  const fields: readonly ProfileField[] = BASIC.fields.filter(
    ({ key }) => (STEP as readonly string[]).includes(key) && key in CORRECTIONS,
  );
  const isWrong = row.values['verdict'] === 'wrong';
  const rows = fields.map((field): FactRow => {
    const shown = shownWords(field, given[field.key]) || '（未登记）';
    const correction = CORRECTIONS[field.key];
    if (!isWrong || !correction) return [field.label, shown];
    const href = pageUrl('correctionForm', { field: correction });
    return [field.label, shown, { href, text: '更正', label: `更正${field.label}` }];
  });
  return (
    <>
      <Box className={styles.lead}>以下为协会登记的执业信息，请核对。</Box>
      <Facts rows={rows} />
      <Link href={pageUrl('archive')} className={styles.link}>
        查看执业机构变更记录
      </Link>
      {children}
      {isWrong ? (
        <Notice tone="warn">请点有误项目旁的“更正”提交工单，协会核实后更正；不影响您继续填写其他内容。</Notice>
      ) : null}
    </>
  );
}
