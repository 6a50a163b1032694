/** A question that a module asks upwards: declared where it is asked, answered by a table of contents above everything. */
export interface Port<Answer> {
  /** Once, by the table of contents. */
  connect(answer: Answer): void;
  /** Throws before anybody has answered: the process forgot to import `connections.ts`. */
  readonly answer: Answer;
}

/** Declares a port; `name` is its table of contents. */
export function port<Answer>(name: string): Port<Answer> {
  let connected: { answer: Answer } | undefined;
  return {
    connect(answer) {
      connected = { answer };
    },
    get answer() {
      if (!connected) throw new Error(`nobody answers: ${name} is not connected`);
      return connected.answer;
    },
  };
}
