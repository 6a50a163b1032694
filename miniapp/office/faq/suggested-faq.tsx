import { suggestFaq } from '../../../bff/contract/faq/suggest.ts';
import { FaqAnswer } from './faq-answer.tsx';
import { useFaq } from './use-faq.ts';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** Up to three answers that may spare a ticket, or the wait for somebody; below the box, whose button they never hide. */
export function SuggestedFaq({ typed, onRead }: { typed: string; onRead?: (id: number) => void }) {
  const { data } = useFaq();
  const items = suggestFaq(data?.items ?? [], typed);
  if (items.length === 0) return null;
  return (
    <Sheet title="是否有帮助？">
      {items.map((item) => (
        <FaqAnswer key={item.id} item={item} canMark {...(onRead && { onRead })} />
      ))}
    </Sheet>
  );
}
