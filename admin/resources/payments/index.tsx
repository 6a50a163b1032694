import { PayCircleOutlined } from '@ant-design/icons';
import { paymentEndpoints } from '../../../bff/contract/payments/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** Payments, refunds, and the daily bill. */
export const payments: Resource = {
  pages: [
    page('payments', paymentEndpoints.listPayments, async () => (await import('./List.tsx')).PaymentList),
    page('payment', paymentEndpoints.showStaffPayment, async () => (await import('./Show.tsx')).PaymentShow),
    page('bills', paymentEndpoints.listBills, async () => (await import('./Bills.tsx')).BillList),
    page(
      'differences',
      paymentEndpoints.listDifferences,
      async () => (await import('./Differences.tsx')).DifferenceList,
    ),
  ],
  menu: [
    {
      group: 'finance',
      to: pageUrl('payments'),
      label: '订单与对账',
      icon: <PayCircleOutlined />,
      endpoint: paymentEndpoints.listPayments,
      waiting: ['refunds', 'differences'],
    },
  ],
  homeParts: [
    homePart(['finance'], async () => (await import('./Latest.tsx')).LatestPayments),
    homePart(['finance'], async () => (await import('./LatestBills.tsx')).LatestBills, 'below'),
  ],
};
