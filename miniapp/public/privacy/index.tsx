import { ConsentSheet } from '../../features/privacy/consent-sheet.tsx';
import { Guideline } from '../../features/privacy/guideline.tsx';
import { useOffice } from '../../office/use-office.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 隐私保护指引, for everybody; below it what was agreed to. */
export default function PrivacyPage() {
  const office = useOffice();
  return (
    <PublicPage title="隐私保护指引" entry="account" about={null}>
      <Sheet>
        <Guideline office={office.data} />
      </Sheet>
      <ConsentSheet />
    </PublicPage>
  );
}
