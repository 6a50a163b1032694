import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { certificateEndpoints, type QueueRow } from '../../../../bff/contract/certificates/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { hasCode, sentenceOf } from '../../../providers/failure.ts';
import { useLeaveWarning } from '../../../ui/form/use-leave-warning.ts';

export interface BatchResult {
  row: QueueRow;
  /** Empty: approved. */
  failure: string;
}
export interface Batch {
  results: BatchResult[];
  /** How many were to be approved. */
  total: number;
  isRunning: boolean;
  approve(rows: QueueRow[]): void;
  /** Ends it after the one at hand. */
  stop(): void;
  forget(): void;
}

/** Nothing more can be done until this is over. */
const ENDING = ['offline', 'unavailable', 'too_many_requests'] as const;

/** Approves one after the other; a refusal of one does not stop the others, an ended session or a lost line does. */
export function useBatchApproval(): Batch {
  const client = useQueryClient();
  const leave = useLeaveWarning();
  const [results, setResults] = useState<BatchResult[]>([]);
  const [total, setTotal] = useState(0);
  const isStopped = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: async (rows: QueueRow[]) => {
      for (const row of rows) {
        if (isStopped.current) return;
        const failure = await approveOne(row, () => void (isStopped.current = true));
        setResults((before) => [...before, { row, failure }]);
      }
    },
    onSettled: () => {
      leave.disarm();
      return Promise.all(['applications', 'overview'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const approve = (rows: QueueRow[]) => {
    isStopped.current = false;
    leave.arm();
    setResults([]);
    setTotal(rows.length);
    mutate(rows);
  };
  return {
    results,
    total,
    isRunning: isPending,
    approve,
    stop: () => void (isStopped.current = true),
    forget: () => setResults([]),
  };
}

async function approveOne({ id }: QueueRow, end: () => void): Promise<string> {
  try {
    await call(certificateEndpoints.decideApplication, { params: { id: String(id) }, body: { verdict: 'approve' } });
    return '';
  } catch (error) {
    if (hasCode(error, 'not_signed_in')) throw error;
    if (ENDING.some((code) => hasCode(error, code))) end();
    return sentenceOf(error);
  }
}
