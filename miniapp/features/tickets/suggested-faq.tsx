import { suggestFaq } from '../../../bff/contract/faq/suggest.ts';
import { FaqAnswer } from '../../office/faq/faq-answer.tsx';
import { useFaq } from '../../office/faq/use-faq.ts';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** Up to three answers that may spare the ticket; below the form, whose button they never hide. */
export function SuggestedFaq({ typed }: { typed: string }) {
  const { data } = useFaq();
  const items = suggestFaq(data?.items ?? [], typed);
  if (items.length === 0) return null;
  return (
    <Sheet title="是否有帮助？">
      {items.map((item) => (
        <FaqAnswer key={item.id} item={item} canMark />
      ))}
    </Sheet>
  );
}
