import { useQuery } from '@tanstack/react-query';
import { faqEndpoints } from '../../../bff/contract/faq/endpoints.ts';
import type { MarkFaq } from '../../../bff/contract/faq/schemas.ts';
import { call } from '../../api/client.ts';

/** 常见问题, all of them: there are not many, and they are searched on the device. */
export const useFaq = () =>
  useQuery({ queryKey: ['faq'], queryFn: () => call(faqEndpoints.listFaq, {}), staleTime: 10 * 60_000 });

/** Says whether an answer was of use. Throws ApiError. */
export const markFaq = (id: number, body: MarkFaq): Promise<null> =>
  call(faqEndpoints.markFaq, { params: { id: String(id) }, body });
