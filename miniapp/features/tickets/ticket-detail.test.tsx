import { beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { faqInWords } from '../../../bff/contract/faq/named-faq.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { queryClient } from '../../api/query-client.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { TICKET } from '../../test/ticket-sample.ts';
import { TicketDetail } from './ticket-detail.tsx';

const FIRM = FIRM_SESSION.account as MemberAccount;
/** What a solved ticket asks besides. */
const UNRATED = {
  'GET /api/me/tickets/4/rating': () => ({ given: null, canRate: true, until: '2026-12-04T03:00:00.000Z' }),
};
beforeEach(freshDevice);

describe('工单', () => {
  it('opens what an answer names of 常见问题; the same words of a member lead nowhere', () => {
    fakeApi(UNRATED);
    const words = `请看${faqInWords({ id: 3, question: '忘记密码怎么办？', origin: 'https://example.org' })}。`;
    const messages = TICKET.messages.map((message) => ({ ...message, body: words }));
    show(<TicketDetail accountId={FIRM.id} ticket={{ ...TICKET, messages }} />);
    const links = screen.getAllByRole('link', { name: '忘记密码怎么办？' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([expect.stringMatching(/\/faq(\/index)?\?id=3$/)]);
  });

  it('shows what both sides have said; a solved one is opened again by saying more', async () => {
    const seen = fakeApi({ ...UNRATED, 'POST /api/me/tickets/4/messages': () => TICKET });
    show(<TicketDetail accountId={FIRM.id} ticket={TICKET} />);
    expect(screen.getByText('已可领取。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '取消工单' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /还有什么问题/ }), '没有找到');
    await userEvent.click(screen.getByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(seen.map(({ route }) => route)).toContain('POST /api/me/tickets/4/messages'));
    expect(seen.find(({ body }) => body)?.body).toMatchObject({ body: '没有找到', attachments: [] });
  });

  it('what is said otherwise after a sending that may have arrived is another message', async () => {
    const keys: string[] = [];
    fakeApi({
      ...UNRATED,
      'POST /api/me/tickets/4/messages': ({ body }: { body: unknown }) => {
        keys.push((body as { idempotencyKey: string }).idempotencyKey);
        return keys.length === 1 ? refuse('idempotency_conflict') : TICKET;
      },
    });
    show(<TicketDetail accountId={FIRM.id} ticket={TICKET} />);
    await userEvent.type(screen.getByRole('textbox', { name: /还有什么问题/ }), '仍未领到，请再核对');
    await userEvent.click(screen.getByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(keys).toHaveLength(1));
    await userEvent.click(await screen.findByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(new Set(keys).size).toBe(2));
  });

  it('keeps what was typed and not sent for the next time on this device', async () => {
    fakeApi({ ...UNRATED, 'POST /api/me/tickets/4/messages': () => TICKET });
    const typed = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /还有什么问题/ });
    // What nobody answered is opened again in the same words as what was solved.
    const first = show(<TicketDetail accountId={FIRM.id} ticket={{ ...TICKET, state: 'lapsed' }} />);
    await userEvent.type(typed(), '现补充回执');
    first.unmount();
    const again = show(<TicketDetail accountId={FIRM.id} ticket={TICKET} />);
    expect([typed().value, screen.queryAllByText(/已恢复您上次没有提交的内容/).length]).toEqual(['现补充回执', 1]);
    await userEvent.click(screen.getByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(typed().value).toBe(''));
    expect(screen.queryByText(/已恢复您上次没有提交的内容/)).toBeNull();
    again.unmount();
    show(<TicketDetail accountId={FIRM.id} ticket={TICKET} />);
    expect(typed().value).toBe('');
  });

  it('keeps what was typed on when the reply to the first try was lost, and when the association answers meanwhile', async () => {
    const bodies: { body: string; idempotencyKey: string }[] = [];
    fakeApi({
      ...UNRATED,
      'POST /api/me/tickets/4/messages': ({ body }: { body: unknown }) => {
        bodies.push(body as (typeof bodies)[number]);
        return bodies.length === 1 ? refuse('idempotency_conflict') : TICKET;
      },
    });
    const page = show(<TicketDetail accountId={FIRM.id} ticket={TICKET} />);
    const typed = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /还有什么问题/ }).value;
    await userEvent.type(screen.getByRole('textbox', { name: /还有什么问题/ }), '没有找到');
    await userEvent.click(screen.getByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(bodies).toHaveLength(1));
    const messages = [...TICKET.messages, { ...TICKET.messages[1]!, id: 3 }];
    page.rerender(
      <QueryClientProvider client={queryClient}>
        <TicketDetail accountId={FIRM.id} ticket={{ ...TICKET, messages }} />
      </QueryClientProvider>,
    );
    expect(typed()).toBe('没有找到');
    await userEvent.click(await screen.findByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(typed()).toBe(''));
    expect(bodies.map(({ body }) => body)).toEqual(['没有找到', '没有找到']);
    expect(bodies[1]?.idempotencyKey).not.toBe(bodies[0]?.idempotencyKey);
  });
});
