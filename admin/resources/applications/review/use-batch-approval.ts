import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { certificateEndpoints, type QueueRow } from '../../../../bff/contract/certificates/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { hasCode, sentenceOf } from '../../../providers/failure.ts';
import { useLeaveWarning } from '../../../ui/form/use-leave-warning.ts';

/** What is approved, as its results name it; `contentSeen` of the row that was chosen from the list. */
export type Approvable = Pick<QueueRow, 'id' | 'number' | 'applicantName'> & Partial<Pick<QueueRow, 'contentSeen'>>;
/** On what the approval of many rests: a machine has checked everything, or the reviewer has read each letter. */
export type BatchVerdict = 'approve_checked' | 'approve_read';

export interface BatchResult {
  row: Approvable;
  /** Empty: approved. */
  failure: string;
}
export interface Batch {
  results: BatchResult[];
  /** How many were to be approved. */
  total: number;
  isRunning: boolean;
  approve(rows: readonly Approvable[], verdict: BatchVerdict): void;
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
    mutationFn: async ({ rows, verdict }: { rows: readonly Approvable[]; verdict: BatchVerdict }) => {
      for (const row of rows) {
        if (isStopped.current) return;
        const failure = await approveOne(row, verdict, () => void (isStopped.current = true));
        setResults((before) => [...before, { row, failure }]);
      }
    },
    onSettled: () => {
      leave.disarm();
      return Promise.all(['applications', 'overview'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const approve = (rows: readonly Approvable[], verdict: BatchVerdict) => {
    isStopped.current = false;
    leave.arm();
    setResults([]);
    setTotal(rows.length);
    mutate({ rows, verdict });
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

async function approveOne(row: Approvable, verdict: BatchVerdict, end: () => void): Promise<string> {
  const { id, contentSeen: seen = '' } = row;
  const body = verdict === 'approve_checked' ? { verdict, seen } : { verdict };
  try {
    await call(certificateEndpoints.decideApplication, { params: { id: String(id) }, body });
    return '';
  } catch (error) {
    if (hasCode(error, 'not_signed_in')) throw error;
    if (ENDING.some((code) => hasCode(error, code))) end();
    return sentenceOf(error);
  }
}
