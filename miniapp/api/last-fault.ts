/** The last thing that failed here by our own fault, for whoever reports it; '' while nothing has. */
let requestId = '';

export const lastFault = {
  read: (): string => requestId,
  note: (id: string): void => {
    requestId = id;
  },
};
