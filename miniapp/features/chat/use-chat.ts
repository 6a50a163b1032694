import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { chatEndpoints as chats, type OwnChat } from '../../../bff/contract/chat/endpoints.ts';
import { chatRatingEndpoints as ratings } from '../../../bff/contract/chat-ratings/endpoints.ts';
import type { AnswerChatFacts } from '../../../bff/contract/chat/schemas.ts';
import type { OwnRating } from '../../../bff/contract/ratings/replies.ts';
import type { GiveRating } from '../../../bff/contract/ratings/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';
import { CHAT_KEY, closeTalk, openTalk, type Talk, type TalkState } from './talk.ts';

const DOOR_KEY = [...CHAT_KEY, 'door'] as const;
/** While nobody can be asked, it is looked at again. */
const LOOK_AGAIN_MS = 60_000;
const PAGE_SIZE = 10;

/** Whether the desk can be asked, and the talk that is under way. */
export const useChatDoor = () =>
  useQuery({
    queryKey: DOOR_KEY,
    queryFn: () => call(chats.showChatDoor, {}),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** One talk, which may be over. */
export const useOwnChat = (id: number | null) =>
  useQuery({
    queryKey: [...CHAT_KEY, 'one', id],
    queryFn: () => call(chats.showOwnChat, { params: { id: String(id) } }),
    enabled: id !== null,
  });

/** What was said in a talk that is over. */
export const useEarlierTalk = (id: number) =>
  useQuery({
    queryKey: [...CHAT_KEY, 'said', id],
    queryFn: async () => {
      const items = [];
      for (let after = 0; ;) {
        const page = await call(chats.readOwnChat, { params: { id: String(id) }, query: { after } });
        items.push(...page.items);
        if (page.end) return items;
        after = page.items.at(-1)?.seq ?? after;
      }
    },
  });

const ratingKey = (id: number) => [...CHAT_KEY, 'rating', id];

/** Whether the member is asked what they think of a talk that is over, and what was said. */
export const useChatRating = (id: number) =>
  useQuery({
    queryKey: ratingKey(id),
    queryFn: () => call(ratings.showOwnChatRating, { params: { id: String(id) } }),
  });

/** Rates a talk, or changes the rating. Throws ApiError. */
export async function rateChat(id: number, body: GiveRating): Promise<OwnRating> {
  const rated = await call(ratings.rateChat, { params: { id: String(id) }, body });
  queryClient.setQueryData(ratingKey(id), rated);
  return rated;
}

/** Talks that are over, the latest first. */
export function useEarlierTalks() {
  const query = useInfiniteQuery({
    queryKey: [...CHAT_KEY, 'earlier'],
    queryFn: ({ pageParam }) =>
      call(chats.listOwnChats, { query: { ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_SIZE } }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  return { query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** Takes a place in the queue. Throws ApiError. */
export const startChat = (subject: string): Promise<OwnChat> => told(call(chats.startChat, { body: { subject } }));
/** Ends a talk, or leaves the queue. Throws ApiError. */
export const endChat = (id: number): Promise<OwnChat> => told(call(chats.endOwnChat, { params: { id: String(id) } }));
/** Goes on as a ticket. Throws ApiError. */
export const turnIntoTicket = (id: number): Promise<OwnChat> =>
  told(call(chats.turnOwnChatIntoTicket, { params: { id: String(id) }, body: {} }));
/** Takes back what was just said. Throws ApiError. */
export const retract = (id: number, seq: number): Promise<null> =>
  call(chats.retractOwnChatMessage, { params: { id: String(id) }, body: { seq } });

/** Answers 正在与您核对: all of it is right, or one is not. Throws ApiError. */
export const answerFacts = (id: number, body: AnswerChatFacts): Promise<null> =>
  call(chats.answerChatFacts, { params: { id: String(id) }, body });

async function told<Reply>(act: Promise<Reply>): Promise<Reply> {
  try {
    return await act;
  } finally {
    await queryClient.invalidateQueries({ queryKey: CHAT_KEY });
  }
}

/** A talk with its line open for as long as this is on the screen. */
export function useTalk(accountId: number, id: number): { talk: Talk; state: TalkState } {
  const [talk, setTalk] = useState(() => openTalk(accountId, id));
  const [state, setState] = useState(() => talk.state());
  useEffect(() => {
    const opened = openTalk(accountId, id);
    setTalk(opened);
    setState(opened.state());
    const forget = opened.subscribe(() => setState(opened.state()));
    return () => {
      forget();
      closeTalk();
    };
  }, [accountId, id]);
  return { talk, state };
}
