import { Empty } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** What a firm reads in place of a page of its lawyers. */
export function ForLawyers() {
  return (
    <Sheet>
      <Empty>校外学时由律师本人申报，请用律师账号登录。</Empty>
    </Sheet>
  );
}
