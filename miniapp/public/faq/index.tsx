import { useState } from 'react';
import { FAQ_AUDIENCES, FAQ_CATEGORIES, type FaqCategory } from '../../../bff/contract/faq/enums.ts';
import type { FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import { comparedWords } from '../../../bff/contract/plain-characters.ts';
import { pageUrl } from '../../addresses.ts';
import { FaqAnswer } from '../../office/faq/faq-answer.tsx';
import { useFaq } from '../../office/faq/use-faq.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { memberOf, useLikelySession } from '../../session/use-session.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { Link } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** 常见问题, before and after sign-in. */
export default function FaqPage() {
  return (
    <PublicPage title="常见问题" entry="faq" heading="page" about={null}>
      <Faq />
    </PublicPage>
  );
}

function Faq() {
  const { data, isError, error, refetch } = useFaq();
  const member = memberOf(useLikelySession(true).data);
  const { id } = useParams();
  const [typed, setTyped] = useState('');
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  const found = data.items.filter((item) => isFor(item, member?.kind) && holds(item, typed));
  return (
    <>
      <Sheet>
        <TextField id="faq-search" label="查找" value={typed} onChange={setTyped} placeholder="输入关键词" />
        {found.length === 0 ? (
          <Empty>
            没有找到。可以换一个词，或<Link href={pageUrl('ticketForm')}>提交工单</Link>。
          </Empty>
        ) : null}
      </Sheet>
      {(Object.keys(FAQ_CATEGORIES) as FaqCategory[]).map((category) => {
        const items = found.filter((item) => item.category === category);
        return items.length === 0 ? null : (
          <Sheet key={category} title={FAQ_CATEGORIES[category]}>
            {items.map((item) => (
              <FaqAnswer
                key={item.id}
                item={member || item.audience === 'everybody' ? item : withAudience(item)}
                canMark={member !== null}
                isAsked={item.id === Number(id)}
              />
            ))}
          </Sheet>
        );
      })}
    </>
  );
}

/** Before sign-in everything is shown, and says whom it is for. */
const isFor = ({ audience }: FaqItem, kind: 'firm' | 'lawyer' | undefined) =>
  kind === undefined || audience === 'everybody' || audience === kind;
const withAudience = (item: FaqItem): FaqItem => ({
  ...item,
  question: `${item.question}（${FAQ_AUDIENCES[item.audience]}）`,
});

const holds = ({ question, answer, keywords }: FaqItem, typed: string): boolean =>
  comparedWords(`${question} ${keywords} ${answer}`).includes(comparedWords(typed));
