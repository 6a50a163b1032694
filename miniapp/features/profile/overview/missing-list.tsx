import type { FieldFaults } from '../../../../bff/contract/errors.ts';
import { SECTION_KEYS, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { pageUrl } from '../../../addresses.ts';
import { Box } from '../../../ui/elements.tsx';
import { Row } from '../../../ui/lists/row.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';

/** Everything that is missing, each leading to where it is mended: `section.row.field` → words. */
export function MissingList({ title, faults }: { title: string; faults: FieldFaults }) {
  return (
    <Sheet title={title}>
      <Box role="list">
        {Object.entries(faults).map(([path, words]) => {
          const [key = '', ...rest] = path.split('.');
          const section = SECTION_KEYS.find((one) => one === key) as SectionKey | undefined;
          if (!section) return null;
          return <Row key={path} href={pageUrl('profileSection', { section, at: rest.join('.') })} title={words} />;
        })}
      </Box>
    </Sheet>
  );
}
