/** 退款原因, in characters: WeChat Pay shows it to the payer, and takes 80 bytes. */
export const MAX_REFUND_REASON = 20;
