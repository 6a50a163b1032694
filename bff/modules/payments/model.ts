import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type {
  DifferenceKind,
  PaymentChannel,
  PaymentPurpose,
  PaymentState,
  RefundState,
} from '../../contract/payments/enums.ts';
import { id, number, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** An order at WeChat Pay. Amounts in fen. */
export class Payment extends Model<InferAttributes<Payment>, InferCreationAttributes<Payment>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare purpose: PaymentPurpose;
  declare subjectId: number;
  /** Where its payer comes back to in the member client. */
  declare page: string;
  declare openKey: string | null;
  declare outTradeNo: string;
  declare description: string;
  declare applicantName: string;
  declare amountFen: number;
  /** What has gone back of it. */
  declare refundedFen: CreationOptional<number>;
  declare channel: PaymentChannel;
  declare appid: string;
  declare mchid: string;
  declare state: PaymentState;
  declare transactionId: string | null;
  declare createdAt: number;
  declare expiresAt: number;
  declare paidAt: number | null;
  declare closedAt: number | null;
}

/** Money on its way back: a payment or a part of it. */
export class Refund extends Model<InferAttributes<Refund>, InferCreationAttributes<Refund>> {
  declare id: CreationOptional<number>;
  declare paymentId: number;
  declare outRefundNo: string;
  declare amountFen: number;
  declare reason: string;
  declare state: RefundState;
  declare requestedBy: number | null;
  declare requestedByName: string;
  declare decidedByName: string;
  declare refundId: string | null;
  declare lastError: string;
  declare createdAt: number;
  /** When WeChat Pay took it: the day of its bill. */
  declare sentAt: CreationOptional<number | null>;
  declare finishedAt: number | null;
}

/** Something finance has to look at. */
export class PaymentDifference extends Model<
  InferAttributes<PaymentDifference>,
  InferCreationAttributes<PaymentDifference>
> {
  declare id: CreationOptional<number>;
  declare kind: DifferenceKind;
  declare billOn: string;
  declare outTradeNo: string;
  declare outRefundNo: string;
  declare oursFen: number | null;
  declare theirsFen: number | null;
  declare foundAt: number;
  declare resolvedAt: number | null;
  declare resolvedByName: string;
  declare note: string;
}

/** A day whose bill was compared with our books. */
export class PaymentBill extends Model<InferAttributes<PaymentBill>, InferCreationAttributes<PaymentBill>> {
  declare id: CreationOptional<number>;
  declare billOn: string;
  declare payments: number;
  declare refunds: number;
  /** What the bill came to; null: compared before that was noted. */
  declare paymentsFen: CreationOptional<number | null>;
  declare refundsFen: CreationOptional<number | null>;
  declare differences: number;
  declare reconciledAt: number;
  declare reconciledBy: string;
  /** `length:hash` of the audit log then; null: compared before it was noted. */
  declare auditEnd: CreationOptional<string | null>;
}

/** 缴费收据, as it was issued. */
export class Receipt extends Model<InferAttributes<Receipt>, InferCreationAttributes<Receipt>> {
  declare id: CreationOptional<number>;
  declare paymentId: number;
  /** What had gone back of the payment by then. */
  declare refundedFen: number;
  declare number: string;
  declare token: string;
  declare code: string;
  /** See receipts/receipt-record.ts. */
  declare record: string;
  declare sha256: string;
  declare storageKey: string;
  declare issuedAt: number;
}

defineModel(
  Payment,
  {
    id: id(),
    accountId: number(),
    purpose: string(),
    subjectId: number(),
    page: string(),
    openKey: { type: DataTypes.STRING },
    outTradeNo: string(),
    description: string(),
    applicantName: string(),
    amountFen: number(),
    refundedFen: { ...number(), defaultValue: 0 },
    channel: string(),
    appid: string(),
    mchid: string(),
    state: string(),
    transactionId: { type: DataTypes.STRING },
    createdAt: number(),
    expiresAt: number(),
    paidAt: { type: DataTypes.BIGINT },
    closedAt: { type: DataTypes.BIGINT },
  },
  { tableName: 'payments' },
);
defineModel(
  Refund,
  {
    id: id(),
    paymentId: number(),
    outRefundNo: string(),
    amountFen: number(),
    reason: string(),
    state: string(),
    requestedBy: { type: DataTypes.BIGINT },
    requestedByName: string(),
    decidedByName: string(),
    refundId: { type: DataTypes.STRING },
    lastError: string(),
    createdAt: number(),
    sentAt: { type: DataTypes.BIGINT },
    finishedAt: { type: DataTypes.BIGINT },
  },
  { tableName: 'refunds' },
);
defineModel(
  PaymentDifference,
  {
    id: id(),
    kind: string(),
    billOn: string(),
    outTradeNo: string(),
    outRefundNo: string(),
    oursFen: { type: DataTypes.BIGINT },
    theirsFen: { type: DataTypes.BIGINT },
    foundAt: number(),
    resolvedAt: { type: DataTypes.BIGINT },
    resolvedByName: string(),
    note: string(),
  },
  { tableName: 'payment_differences' },
);
defineModel(
  PaymentBill,
  {
    id: id(),
    billOn: string(),
    payments: number(),
    refunds: number(),
    paymentsFen: { type: DataTypes.BIGINT },
    refundsFen: { type: DataTypes.BIGINT },
    differences: number(),
    reconciledAt: number(),
    reconciledBy: string(),
    auditEnd: { type: DataTypes.STRING },
  },
  { tableName: 'payment_bills' },
);
defineModel(
  Receipt,
  {
    id: id(),
    paymentId: number(),
    refundedFen: number(),
    number: string(),
    token: string(),
    code: string(),
    record: { type: DataTypes.TEXT, allowNull: false },
    sha256: string(),
    storageKey: string(),
    issuedAt: number(),
  },
  { tableName: 'receipts' },
);
