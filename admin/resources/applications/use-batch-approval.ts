import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { certificateEndpoints, type QueueRow } from '../../../bff/contract/endpoints/certificates.ts';
import { call } from '../../providers/call.ts';
import { hasCode, sentenceOf } from '../../providers/failure.ts';

export interface BatchResult {
  row: QueueRow;
  /** Empty: approved. */
  failure: string;
}

/** Approves one after the other; a refusal of one does not stop the others, an ended session does. */
export function useBatchApproval(): {
  results: BatchResult[];
  isRunning: boolean;
  approve(rows: QueueRow[]): void;
  forget(): void;
} {
  const client = useQueryClient();
  const [results, setResults] = useState<BatchResult[]>([]);
  const { mutate, isPending } = useMutation({
    mutationFn: async (rows: QueueRow[]) => {
      for (const row of rows) {
        const failure = await approveOne(row);
        setResults((before) => [...before, { row, failure }]);
      }
    },
    onSettled: () =>
      Promise.all(['applications', 'overview'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  return { results, isRunning: isPending, approve: mutate, forget: () => setResults([]) };
}

async function approveOne({ id }: QueueRow): Promise<string> {
  try {
    await call(certificateEndpoints.decideApplication, { params: { id: String(id) }, body: { verdict: 'approve' } });
    return '';
  } catch (error) {
    if (hasCode(error, 'not_signed_in')) throw error;
    return sentenceOf(error);
  }
}
