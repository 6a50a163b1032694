import { paymentEndpoints } from '../../contract/payments/endpoints.ts';
import {
  decideRefund as decideRefundBody,
  listBills as listBillsQuery,
  listDifferences as listDifferencesQuery,
  listPayments as listPaymentsQuery,
  reconcileBill as reconcileBillBody,
  requestRefund as requestRefundBody,
  resolveDifference as resolveDifferenceBody,
  sumPayments as sumPaymentsQuery,
} from '../../contract/payments/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/payments/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { decideRefund } from './refunds/decide-refund.ts';
import { listBills } from './reconciliation/list-bills.ts';
import { listDifferences } from './reconciliation/list-differences.ts';
import { findPayment, listPayments, readAwaitingApproval, sumPayments } from './paying/list-payments.ts';
import { presentBill, presentDifference, presentPaymentDetail, presentStaffPayment } from './present.ts';
import { readReceipt } from './receipts/read-receipt.ts';
import { reconcileBill } from './reconciliation/reconcile-bill.ts';
import { requestRefund } from './refunds/request-refund.ts';
import { resolveDifference } from './reconciliation/resolve-difference.ts';

const receiptFile = ({ bytes, number }: { bytes: Buffer; number: string }) => ({
  bytes,
  fileName: `缴费收据-${number}.pdf`,
});
const billPage = async (query: Parameters<typeof listBills>[0]) => {
  const page = await listBills(query);
  return { ...page, items: page.items.map(presentBill) };
};

export const paymentRoutes = [
  route(paymentEndpoints.downloadStaffReceipt, { params: idParams }, async ({ params }) =>
    receiptFile(await readReceipt(params)),
  ),
  route(
    paymentEndpoints.listPayments,
    { query: listPaymentsQuery, reply: pageOf(replies.staffPaymentRow) },
    async ({ query }) => {
      const page = await listPayments(query);
      const awaiting = await readAwaitingApproval(page.items);
      return { ...page, items: page.items.map((payment) => presentStaffPayment(payment, awaiting.has(payment.id))) };
    },
  ),
  route(paymentEndpoints.sumPayments, { query: sumPaymentsQuery, reply: replies.paymentSums }, ({ query }) =>
    sumPayments(query),
  ),
  route(
    paymentEndpoints.showStaffPayment,
    { params: idParams, reply: replies.staffPaymentDetail },
    async ({ actor, params }) => presentPaymentDetail(await findPayment(params), actor),
  ),
  route(
    paymentEndpoints.requestRefund,
    { params: idParams, body: requestRefundBody, reply: replies.staffPaymentDetail },
    async ({ actor, params, body }) => {
      await requestRefund({ actor, id: params.id, ...body });
      return presentPaymentDetail(await findPayment(params), actor);
    },
  ),
  route(
    paymentEndpoints.decideRefund,
    { params: idParams, body: decideRefundBody, reply: replies.staffPaymentDetail },
    async ({ actor, params, body }) => {
      const { paymentId } = await decideRefund({ actor, id: params.id, verdict: body.verdict });
      return presentPaymentDetail(await findPayment({ id: paymentId }), actor);
    },
  ),
  route(paymentEndpoints.listBills, { query: listBillsQuery, reply: pageOf(replies.billRow) }, async ({ query }) =>
    billPage(query),
  ),
  route(
    paymentEndpoints.reconcileBill,
    { body: reconcileBillBody, reply: pageOf(replies.billRow) },
    async ({ actor, body }) => {
      await reconcileBill({ date: body.date, by: actor });
      return billPage({});
    },
  ),
  route(
    paymentEndpoints.listDifferences,
    { query: listDifferencesQuery, reply: pageOf(replies.differenceRow) },
    async ({ query }) => {
      const page = await listDifferences(query);
      return { ...page, items: page.items.map(presentDifference) };
    },
  ),
  route(
    paymentEndpoints.resolveDifference,
    { params: idParams, body: resolveDifferenceBody, reply: replies.differenceRow },
    async ({ actor, params, body }) =>
      presentDifference(await resolveDifference({ actor, id: params.id, note: body.note })),
  ),
];
