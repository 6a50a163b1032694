import { keepsState } from './platform/singletons.ts';

/** A question that a module asks upwards: declared where it is asked, answered by a table of contents above everything. */
export interface Port<Answer> {
  /** By the table of contents; a later answer counts until everything begins anew. */
  connect(answer: Answer): void;
  /** Throws before anybody has answered: the process forgot to import `connections.ts`. */
  readonly answer: Answer;
}

/** Declares a port; `name` is its table of contents. */
export function port<Answer>(name: string): Port<Answer> {
  const answers: Answer[] = [];
  keepsState(() => {
    answers.splice(1);
  });
  return {
    connect(answer) {
      answers.push(answer);
    },
    get answer() {
      if (answers.length === 0) throw new Error(`nobody answers: ${name} is not connected`);
      return answers.at(-1)!;
    },
  };
}
