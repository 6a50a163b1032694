import { Select } from 'antd';
import { useState } from 'react';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import type { ExportProfileSections } from '../../../bff/contract/exports/schemas.ts';
import { profileSection, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { EXPORTED_SECTIONS } from '../../../bff/contract/profile/sheets.ts';
import { ExportButton } from '../../ui/list/ExportButton.tsx';

const OPTIONS = EXPORTED_SECTIONS.map((value) => ({ value, label: profileSection(value).label }));

/** 导出: what is in force in one section, of the lawyers and firms to whom the list is narrowed; nothing sensitive is in it. */
export function ExportSections({ search, firm }: Pick<ExportProfileSections, 'search' | 'firm'>) {
  const [section, setSection] = useState<SectionKey>('basic');
  const query = { section, ...(search && { search }), ...(firm && { firm }) };
  return (
    <div className="row" role="group" aria-label="导出已通过的档案">
      <Select<SectionKey> aria-label="导出的内容" options={OPTIONS} value={section} onChange={setSection} />
      <ExportButton endpoint={exportEndpoints.exportProfileSections} input={{ query }} label="导出已通过的档案" />
    </div>
  );
}
