import { Button } from 'antd';
import { useState } from 'react';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { TEXT_DOUBTS } from '../../../bff/contract/text-doubts.ts';
import { formatInstant } from '../../ui/dates.ts';
import { MaskedNumber } from '../../ui/MaskedNumber.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Split } from './Split.tsx';
import { TicketFile } from './TicketFile.tsx';
import { revealTicketNumber } from './use-tickets.ts';

type Said = TicketDetail['messages'][number];

/** What both sides have said, with the origin of what was merged into the ticket; a message may be split off. */
export function Thread({ ticket }: { ticket: TicketDetail }) {
  const [splitting, setSplitting] = useState<number | null>(null);
  const isOwn = ({ isMembers, from }: Said) => isMembers && from === null;
  const maySplit = ticket.can.split && ticket.messages.filter(isOwn).length > 1;
  return (
    <ol className="plain ticket-messages">
      {ticket.messages.map((message) => (
        <li key={message.id} className={message.isMembers ? '' : 'ticket-ours'}>
          <div className="quiet ticket-said">
            <span>
              <strong>{message.by}</strong> <span className="figures whole">{formatInstant(message.at)}</span>
              {message.from !== null && <span className="figures"> 来自{message.from}</span>}
            </span>
            {maySplit && isOwn(message) && splitting !== message.id && (
              <Button type="link" size="small" onClick={() => setSplitting(message.id)}>
                拆分
              </Button>
            )}
          </div>
          <div className="multiline">{message.body}</div>
          {message.doubt && <StateTag tone="wait" label={TEXT_DOUBTS[message.doubt]} />}
          {message.numbers.map(({ id, masked }) => (
            <div key={id} className="quiet">
              证件号码 <MaskedNumber masked={masked} reveal={(reason) => revealTicketNumber(id, reason)} />
            </div>
          ))}
          {message.attachments.map((file) => (
            <TicketFile key={file.id} messageId={message.id} file={file} />
          ))}
          {splitting === message.id && (
            <Split ticket={ticket} messageId={message.id} onClose={() => setSplitting(null)} />
          )}
        </li>
      ))}
    </ol>
  );
}
