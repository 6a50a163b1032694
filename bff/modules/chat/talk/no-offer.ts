/** A talk that is offered to nobody. */
export const NO_OFFER = {
  offeredTo: null,
  offeredRole: null,
  offeredAt: null,
  offeredName: '',
  offerWord: '',
} as const;
