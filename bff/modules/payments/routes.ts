import { paymentEndpoints } from '../../contract/payments/endpoints.ts';
import {
  decideRefund as decideRefundBody,
  listBills as listBillsQuery,
  listDifferences as listDifferencesQuery,
  listPayments as listPaymentsQuery,
  reconcileBill as reconcileBillBody,
  requestRefund as requestRefundBody,
  resolveDifference as resolveDifferenceBody,
  startPayment as startPaymentBody,
} from '../../contract/payments/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { decideRefund } from './refunds/decide-refund.ts';
import { listBills } from './reconciliation/list-bills.ts';
import { listDifferences } from './reconciliation/list-differences.ts';
import { findPayment, listPayments } from './paying/list-payments.ts';
import {
  presentBill,
  presentDifference,
  presentOwnPayment,
  presentPayment,
  presentPaymentDetail,
  presentStaffPayment,
} from './present.ts';
import { readOwnReceipt, readReceipt } from './paying/read-receipt.ts';
import { reconcileBill } from './reconciliation/reconcile-bill.ts';
import { requestRefund } from './refunds/request-refund.ts';
import { resolveDifference } from './reconciliation/resolve-difference.ts';
import { showPayment } from './paying/show-payment.ts';
import { startPayment } from './paying/start-payment.ts';

const receiptFile = ({ bytes, number }: { bytes: Buffer; number: string }) => ({
  bytes,
  fileName: `缴费收据-${number}.pdf`,
});
const billPage = async (query: Parameters<typeof listBills>[0]) => {
  const page = await listBills(query);
  return { ...page, items: page.items.map(presentBill) };
};

export const paymentRoutes = [
  route(
    paymentEndpoints.startPayment,
    { params: idParams, body: startPaymentBody },
    async ({ actor, params, body, address }) => {
      const { channel, code } = body;
      const { payment, pay } = await startPayment({ actor, applicationId: params.id, channel, code, address });
      return { ...presentPayment(payment), pay };
    },
  ),
  route(paymentEndpoints.showPayment, { params: idParams }, async ({ actor, params }) => {
    const shown = await showPayment({ actor, applicationId: params.id });
    return shown && presentOwnPayment(shown);
  }),
  route(paymentEndpoints.downloadReceipt, { params: idParams }, async ({ actor, params }) =>
    receiptFile(await readOwnReceipt({ actor, applicationId: params.id })),
  ),
  route(paymentEndpoints.downloadStaffReceipt, { params: idParams }, async ({ params }) =>
    receiptFile(await readReceipt(params)),
  ),
  route(paymentEndpoints.listPayments, { query: listPaymentsQuery }, async ({ query }) => {
    const page = await listPayments(query);
    return { ...page, items: page.items.map(presentStaffPayment) };
  }),
  route(paymentEndpoints.showStaffPayment, { params: idParams }, async ({ actor, params }) =>
    presentPaymentDetail(await findPayment(params), actor),
  ),
  route(
    paymentEndpoints.requestRefund,
    { params: idParams, body: requestRefundBody },
    async ({ actor, params, body }) => {
      await requestRefund({ actor, id: params.id, ...body });
      return presentPaymentDetail(await findPayment(params), actor);
    },
  ),
  route(
    paymentEndpoints.decideRefund,
    { params: idParams, body: decideRefundBody },
    async ({ actor, params, body }) => {
      const { paymentId } = await decideRefund({ actor, id: params.id, verdict: body.verdict });
      return presentPaymentDetail(await findPayment({ id: paymentId }), actor);
    },
  ),
  route(paymentEndpoints.listBills, { query: listBillsQuery }, async ({ query }) => billPage(query)),
  route(paymentEndpoints.reconcileBill, { body: reconcileBillBody }, async ({ actor, body }) => {
    await reconcileBill({ date: body.date, by: actor });
    return billPage({});
  }),
  route(paymentEndpoints.listDifferences, { query: listDifferencesQuery }, async ({ query }) => {
    const page = await listDifferences(query);
    return { ...page, items: page.items.map(presentDifference) };
  }),
  route(
    paymentEndpoints.resolveDifference,
    { params: idParams, body: resolveDifferenceBody },
    async ({ actor, params, body }) =>
      presentDifference(await resolveDifference({ actor, id: params.id, note: body.note })),
  ),
];
