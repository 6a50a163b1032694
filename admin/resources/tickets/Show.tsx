import { Alert, Button, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { TICKET_CATEGORIES, TICKET_EVENTS } from '../../../bff/contract/tickets/enums.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { faqEndpoints } from '../../../bff/contract/faq/endpoints.ts';
import { useMay } from '../../providers/permission.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Page } from '../../ui/Page.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { Answer } from './Answer.tsx';
import { Clocks } from './Clocks.tsx';
import { Merge, Merged } from './Merge.tsx';
import { FieldChange } from './field-change/FieldChange.tsx';
import { Move } from './Move.tsx';
import { Notes } from './Notes.tsx';
import { Thread } from './Thread.tsx';
import { TicketTag } from './TicketTag.tsx';
import { Ties } from './Ties.tsx';
import { usePresence } from './use-presence.ts';
import { useTicket, useTicketAct } from './use-tickets.ts';

/** One ticket: what was said, the notes of the staff beside it, and the answer. */
export function TicketShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useTicket(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return <Ticket key={id} ticket={data} />;
}

function Ticket({ ticket }: { ticket: TicketDetail }) {
  const { id, number, title, state, category, askerKind, askerId, askerName, assigneeName, timeline, can } = ticket;
  const act = useTicketAct(id);
  const may = useMay();
  const [isWriting, setWriting] = useState(false);
  const others = usePresence({ id, version: ticket.version, isOpen: can.answer, isWriting });
  const takes = ticket.isMine ? '开始处理' : assigneeName ? '转由我处理' : '由我处理';
  const take = () => act.mutate({ act: 'take', version: ticket.version });
  useHotkeys({ t: can.take && !act.isPending ? take : undefined });
  return (
    <Page
      title={
        <>
          {title} <TicketTag state={state} />
        </>
      }
      name={`工单${number}`}
      back={{ to: pageUrl('tickets'), label: '工单' }}
      actions={
        <>
          {can.take && (
            <Button type="primary" loading={act.isPending} onClick={take}>
              {takes}
            </Button>
          )}
          {can.take && <KeyHint keys={[['T', takes]]} />}
          {can.move && <Move ticket={ticket} />}
          {may(faqEndpoints.createFaq) && ticket.messages.some(({ isMembers }) => !isMembers) && (
            <Link to={pageUrl('faq', { ticket: id })}>转成常见问题</Link>
          )}
        </>
      }
    >
      {others.length > 0 && <Alert type="warning" showIcon role="status" title={others.map(whatDoes).join('，')} />}
      <Merged ticket={ticket} />
      {ticket.isUnverified && (
        <Alert
          type="warning"
          showIcon
          title="登录前提交的求助，提交人身份未经核实。只能按登记的联系方式答复，不要按求助中的手机号办理，也不要告知登记的手机号、邮箱。"
        />
      )}
      <section className="sheet padded">
        <FactList
          facts={[
            [
              '编号',
              <span key="number" className="figures">
                {number}
              </span>,
            ],
            ['分类', TICKET_CATEGORIES[category].label],
            [
              '提交人',
              <Link key="asker" to={subjectUrl(askerKind, askerId)}>
                {askerName}
              </Link>,
            ],
            ...(ticket.about
              ? [
                  [
                    '涉及律师',
                    <Link key="about" to={subjectUrl('lawyer', ticket.about.id)}>
                      {ticket.about.name}
                    </Link>,
                  ] as [string, ReactNode],
                ]
              : []),
            ...(ticket.ties.length > 0
              ? [['相关事项', <Ties key="ties" ticket={ticket} />] as [string, ReactNode]]
              : []),
            ['处理人', assigneeName || '未分配'],
          ]}
        />
      </section>
      <Clocks ticketId={id} />
      <FieldChange ticket={ticket} />
      <div className="correction">
        <section className="sheet padded" aria-labelledby="said">
          <h2 id="said">往来</h2>
          <Thread ticket={ticket} />
          {can.answer && <Answer ticket={ticket} onWriting={setWriting} />}
        </section>
        <Notes ticketId={id} />
      </div>
      <Merge ticket={ticket} />
      <section className="sheet padded">
        <Timeline entries={timeline} words={TICKET_EVENTS} />
      </section>
    </Page>
  );
}

const whatDoes = ({ name, isWriting }: { name: string; isWriting: boolean }): string =>
  `${name}${isWriting ? '正在写答复' : '正在看这份工单'}`;
