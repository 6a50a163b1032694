import { useState } from 'react';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import {
  certificateEndpoints,
  type ApplicationDetail,
  type CertificateTypeReply,
} from '../../../bff/contract/certificates/endpoints.ts';
import { preCheckEndpoints, type PreCheckReply, type Remedy } from '../../../bff/contract/pre-check/endpoints.ts';
import { pictureEndpoints } from '../../../bff/contract/pictures/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo as open } from '../../platform/page/navigate.ts';
import { showField } from '../../platform/page/show-field.ts';
import type { PdfViewerProps } from '../../ui/pdf/pdf-viewer-props.ts';
import { contentOf, preCheckContentOf, useDraft } from '../../application/draft.ts';
import { sendApplication } from './send-application.ts';
import { firstField, messagesByField } from '../../application/form-faults.ts';

interface Trouble {
  /** What is wrong with each field of the form; the server names all faults at once. */
  fields: FieldFaults;
  message: string;
  fault: unknown;
  /** The key was used for another application: one was submitted before. */
  isAlreadySubmitted: boolean;
}
/** The letter as the form would have it, and what would become of it. */
type Preview = Pick<PdfViewerProps, 'bytes' | 'drawPage'> & { check: PreCheckReply };
const NONE: Trouble = { fields: {}, message: '', fault: null, isAlreadySubmitted: false };

/** Steps 3 to 5 of 我要申请: preview, submit, and what the server has to say about the form. */
export function useApplication(types: readonly CertificateTypeReply[]) {
  const { accountId, draft, goTo, discard, chooseType, setValues } = useDraft();
  const [trouble, setTrouble] = useState(NONE);
  const [busy, setBusy] = useState<'preview' | 'submit' | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [submitted, setSubmitted] = useState<ApplicationDetail | null>(null);
  const type = types.find((candidate) => candidate.code === draft.type);
  const content = type && contentOf(type.code, type.asks, draft.values);
  const judged = type && preCheckContentOf(type.code, type.asks, draft.values);

  const refuse = (fault: unknown) => {
    if (fault instanceof ApiError && fault.code === 'invalid_fields') {
      const fields = messagesByField(fault.fields);
      setTrouble({ ...NONE, fields, message: fault.message, fault });
      goTo('form');
      showField(firstField(fields));
    } else {
      const isAlreadySubmitted = fault instanceof ApiError && fault.code === 'idempotency_conflict';
      setTrouble({ ...NONE, message: faultText(fault), fault, isAlreadySubmitted });
    }
  };
  const run = async (name: 'preview' | 'submit', work: () => Promise<void>) => {
    if (busy) return;
    setBusy(name);
    setTrouble(NONE);
    try {
      await work();
    } catch (fault) {
      refuse(fault);
    } finally {
      setBusy(null);
    }
  };

  // The answer before the letter: what changes in between is found by the submit. What is wrong with the form the letter
  // says, of all fields at once.
  const load = async (body: NonNullable<typeof content>, checked: NonNullable<typeof judged>) => {
    const check = call(preCheckEndpoints.preCheck, { body: checked });
    await check.catch(() => null);
    const bytes = await call(certificateEndpoints.previewApplication, { body });
    setPreview({
      bytes,
      check: await check,
      drawPage: (page) => call(pictureEndpoints.picturePreview, { params: { page: String(page) }, body }),
    });
  };

  return {
    type,
    trouble,
    busy,
    preview,
    submitted,
    /** A fault goes as soon as its field is touched, and with the last one the sentence above the form. */
    touch(field: string) {
      setTrouble((now) => {
        if (!(field in now.fields)) return now;
        const left = Object.entries(now.fields).filter(([name]) => name !== field);
        return left.length > 0 ? { ...now, fields: Object.fromEntries(left) } : NONE;
      });
    },
    showPreview: () =>
      run('preview', async () => {
        if (!content || !judged) return goTo('type');
        setPreview(null);
        await load(content, judged);
        goTo('preview');
      }),
    submit: () =>
      run('submit', async () => {
        if (!content || !judged) return goTo('type');
        const seen = preview?.check.seen;
        const detail = await sendApplication({ accountId, draft, content, seen }).catch(async (fault: unknown) => {
          // Shown anew before it is asked again.
          if (fault instanceof ApiError && fault.code === 'changed_meanwhile') await load(content, judged);
          throw fault;
        });
        discard();
        setSubmitted(detail);
        queryClient.setQueryData(['application', detail.id], detail);
        void queryClient.invalidateQueries({ queryKey: ['applications'] });
        void queryClient.invalidateQueries({ queryKey: ['home'] });
      }),
    /** Does what the member chose about a reason; the letter is looked at anew. */
    remedy(chosen: Remedy) {
      setPreview(null);
      setTrouble(NONE);
      if (chosen.kind === 'own-start') setValues({ sinceFirstPractice: true });
      if (chosen.kind === 'since') setValues({ since: chosen.since });
      if (chosen.kind === 'drop-lawyers') {
        chooseType(chosen.type.code);
        setValues({ lawyers: chosen.keep });
      }
      if (chosen.kind === 'type') {
        chooseType(chosen.type.code);
        goTo('form');
      }
      if (chosen.kind === 'field') {
        goTo('form');
        showField(chosen.field);
      }
      if (chosen.kind === 'record') open(pageUrl('correctionForm'));
    },
    startAgain() {
      setSubmitted(null);
      setPreview(null);
      setTrouble(NONE);
    },
  };
}
