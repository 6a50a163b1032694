import { id } from '../../platform/db/attributes.ts';
import type { PaperCopyState, PaperPayment, PaperState, PrintBatchState } from '../../contract/papers/enums.ts';
import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Pickup } from '../../contract/certificates/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['applications', 'certificate_types', 'certificates'] as const;

/** What an approved application asked for on paper; one for an application at most. Amounts in fen, frozen. */
export class PaperOrder extends Model<InferAttributes<PaperOrder>, InferCreationAttributes<PaperOrder>> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare certificateId: number;
  /** The bulk order that it came with: paid together with the others of it. */
  declare bulkOrderId: CreationOptional<number | null>;
  /** The sum that it is paid in, or was; of bulk orders alone. */
  declare bundleId: CreationOptional<number | null>;
  declare number: string;
  declare applicantName: string;
  /** Who receives it: of a mailed order the addressee, otherwise the applicant. */
  declare recipient: string;
  declare phone: string;
  declare address: string;
  declare copies: number;
  declare pickup: Pickup;
  declare copyFeeFen: number;
  /** Of a bulk order not in the total: paid once for all that are paid together. */
  declare postageFen: number;
  declare totalFen: number;
  declare state: PaperState;
  /** Since when it stands in this state. */
  declare stateSince: number;
  declare createdAt: number;
  /** Then it is given up unless it was paid for; null: it waits for no payment, or for as long as it takes. */
  declare payUntil: CreationOptional<number | null>;
  declare payment: PaperPayment | null;
  declare paidAt: number | null;
  declare receiptNo: string;
  declare courier: string;
  declare trackingNo: string;
  declare collectedBy: string;
  declare voidReason: string;
}
defineModel(
  PaperOrder,
  {
    id: id(),
    applicationId: DataTypes.BIGINT,
    certificateId: DataTypes.BIGINT,
    bulkOrderId: DataTypes.BIGINT,
    bundleId: DataTypes.BIGINT,
    number: DataTypes.STRING,
    applicantName: DataTypes.STRING,
    recipient: DataTypes.STRING,
    phone: DataTypes.STRING,
    address: DataTypes.STRING,
    copies: DataTypes.BIGINT,
    pickup: DataTypes.STRING,
    copyFeeFen: DataTypes.BIGINT,
    postageFen: DataTypes.BIGINT,
    totalFen: DataTypes.BIGINT,
    state: DataTypes.STRING,
    stateSince: DataTypes.BIGINT,
    createdAt: DataTypes.BIGINT,
    payUntil: DataTypes.BIGINT,
    payment: DataTypes.STRING,
    paidAt: DataTypes.BIGINT,
    receiptNo: DataTypes.STRING,
    courier: DataTypes.STRING,
    trackingNo: DataTypes.STRING,
    collectedBy: DataTypes.STRING,
    voidReason: DataTypes.STRING,
  },
  { tableName: 'paper_orders' },
);

/** Paper orders of one bulk order that are paid as one sum. Amounts in fen, frozen. */
export class PaperBundle extends Model<InferAttributes<PaperBundle>, InferCreationAttributes<PaperBundle>> {
  declare id: CreationOptional<number>;
  declare bulkOrderId: number;
  /** Whose bulk order it is. */
  declare accountId: number;
  /** So many paper orders. */
  declare orders: number;
  /** So many of them have not been given up. */
  declare standing: number;
  declare copiesFen: number;
  declare postageFen: number;
  declare totalFen: number;
  declare createdAt: number;
}
defineModel(
  PaperBundle,
  {
    id: id(),
    bulkOrderId: DataTypes.BIGINT,
    accountId: DataTypes.BIGINT,
    orders: DataTypes.BIGINT,
    standing: DataTypes.BIGINT,
    copiesFen: DataTypes.BIGINT,
    postageFen: DataTypes.BIGINT,
    totalFen: DataTypes.BIGINT,
    createdAt: DataTypes.BIGINT,
  },
  { tableName: 'paper_bundles' },
);

/** One sheet of paper with a serial of its own. */
export class PaperCopy extends Model<InferAttributes<PaperCopy>, InferCreationAttributes<PaperCopy>> {
  declare id: CreationOptional<number>;
  declare orderId: number;
  /** 1, 2, 3 … within the order, replacements included. */
  declare position: number;
  declare serial: string;
  declare state: PaperCopyState;
  declare createdAt: number;
  /** When staff said that it had come out of the printer. */
  declare printedAt: number | null;
  declare voidedAt: number | null;
  declare voidedBy: string;
  declare voidReason: string;
  /** The voided copy in whose place this one was printed. */
  declare replacesId: number | null;
}
defineModel(
  PaperCopy,
  {
    id: id(),
    orderId: DataTypes.BIGINT,
    position: DataTypes.BIGINT,
    serial: DataTypes.STRING,
    state: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
    printedAt: DataTypes.BIGINT,
    voidedAt: DataTypes.BIGINT,
    voidedBy: DataTypes.STRING,
    voidReason: DataTypes.STRING,
    replacesId: DataTypes.BIGINT,
  },
  { tableName: 'paper_copies' },
);

/** One file with the copies of many orders, for the printer. */
export class PrintBatch extends Model<InferAttributes<PrintBatch>, InferCreationAttributes<PrintBatch>> {
  declare id: CreationOptional<number>;
  declare state: PrintBatchState;
  declare orders: number;
  declare copies: number;
  /** Copies laid out so far. */
  declare done: number;
  declare pages: number | null;
  declare storageKey: string | null;
  declare createdBy: string;
  declare createdAt: number;
  declare madeAt: number | null;
}
defineModel(
  PrintBatch,
  {
    id: id(),
    state: DataTypes.STRING,
    orders: DataTypes.BIGINT,
    copies: DataTypes.BIGINT,
    done: DataTypes.BIGINT,
    pages: DataTypes.BIGINT,
    storageKey: DataTypes.STRING,
    createdBy: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
    madeAt: DataTypes.BIGINT,
  },
  { tableName: 'print_batches' },
);

/** A copy in a print batch, in the order of printing. */
export class PrintBatchCopy extends Model<InferAttributes<PrintBatchCopy>, InferCreationAttributes<PrintBatchCopy>> {
  declare id: CreationOptional<number>;
  declare batchId: number;
  declare copyId: number;
  declare position: number;
}
defineModel(
  PrintBatchCopy,
  { id: id(), batchId: DataTypes.BIGINT, copyId: DataTypes.BIGINT, position: DataTypes.BIGINT },
  { tableName: 'print_batch_copies' },
);
