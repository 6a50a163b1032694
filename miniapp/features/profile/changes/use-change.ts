import { useState } from 'react';
import { NO_DATA, type SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import type { AskedChange, OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import type { SectionReply } from '../../../../bff/contract/profile/replies.ts';
import { ApiError, faultText } from '../../../api/api-error.ts';
import type { SectionEditing } from '../section-editor.tsx';
import { forgetChangeDraft, keepChangeDraft, onPresent, readChangeDraft } from './change-draft.ts';
import { askChange, fetchArchive, waitingOf } from './use-archive.ts';

/** What a change of a section starts with: what waits to be changed of it, or what is in force. */
function startOf(archive: OwnArchive, key: SectionKey): SectionData {
  const waiting = waitingOf(archive, key);
  if (waiting?.can.amend) return { rows: waiting.rows, saidNone: waiting.saidNone };
  const present = archive.sections.find((one) => one.key === key);
  return present ? { rows: present.rows, saidNone: present.saidNone } : NO_DATA;
}

const replyOf = (key: SectionKey, { rows, saidNone }: SectionData, faults: SectionReply['faults']): SectionReply => ({
  key,
  label: 'approved',
  isComplete: true,
  version: 0,
  rows: [...rows] as SectionReply['rows'],
  saidNone,
  faults,
  doubts: {},
  opinion: '',
  consent: null,
});

/** A change while it is written: kept on the device until it is handed in, judged by the server when it is. */
export function useChange(accountId: number, archive: OwnArchive, key: SectionKey) {
  const [base, setBase] = useState(() => ({ version: archive.version, data: startOf(archive, key) }));
  const [kept] = useState(() => readChangeDraft(accountId, key, base.data));
  const [typed, setTyped] = useState<SectionData>(kept ?? base.data);
  const [isRestored, setRestored] = useState(kept !== null);
  const [sent, setSent] = useState<SectionData>(base.data);
  const [faults, setFaults] = useState<SectionReply['faults']>({});
  const [words, setWords] = useState('');
  const [isBusy, setBusy] = useState(false);

  const type = (next: SectionData) => {
    keepChangeDraft(accountId, key, { base: base.data, typed: next });
    setTyped(next);
  };
  /** Puts back what is in force, or waits already. */
  const discard = () => {
    forgetChangeDraft(accountId, key);
    setTyped(base.data);
    setRestored(false);
    setFaults({});
    setWords('');
  };
  /** Somebody, or another device, was faster: what is typed stands on what is in force now, to be looked at again. */
  const startAnew = async () => {
    const fresh = await fetchArchive();
    const present = startOf(fresh, key);
    const next = onPresent(key, { base: base.data, typed }, present);
    setBase({ version: fresh.version, data: present });
    setTyped(next);
    keepChangeDraft(accountId, key, { base: present, typed: next });
  };
  /** Hands it in. Answers what became of it; null: the page says why not. */
  const handIn = async (): Promise<AskedChange | null> => {
    setBusy(true);
    setWords('');
    try {
      const asked = await askChange(key, base.version, typed);
      forgetChangeDraft(accountId, key);
      return asked;
    } catch (fault) {
      setSent(typed);
      setFaults(fault instanceof ApiError ? fault.fields : {});
      setWords(faultText(fault));
      if (fault instanceof ApiError && fault.code === 'changed_meanwhile') await startAnew().catch(() => undefined);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const reply = replyOf(key, base.data, faults);
  const editing: SectionEditing = {
    typed,
    sent,
    reply,
    state: { kind: 'saved' },
    autosave: {
      type,
      adopt: () => undefined,
      // Nothing is judged before it is handed in.
      settle: () => Promise.resolve({ typed, sent, reply: replyOf(key, base.data, {}), state: { kind: 'saved' } }),
    },
  };
  const isChanged = JSON.stringify(typed) !== JSON.stringify(base.data);
  return { editing, faults, words, isBusy, isRestored, isChanged, discard, handIn };
}
