import { useState } from 'react';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import {
  certificateEndpoints,
  type ApplicationDetail,
  type CertificateTypeReply,
} from '../../../bff/contract/certificates/endpoints.ts';
import { pictureEndpoints } from '../../../bff/contract/pictures/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showField } from '../../platform/page/show-field.ts';
import type { PdfViewerProps } from '../../ui/pdf/pdf-viewer-props.ts';
import { contentOf, useDraft } from '../../application/draft.ts';
import { firstField, messagesByField } from '../../application/form-faults.ts';

interface Trouble {
  /** By field of the form; the server names all at once. */
  fields: FieldFaults;
  message: string;
  fault: unknown;
  /** The key was used for another application: one was submitted before. */
  isAlreadySubmitted: boolean;
}
/** The letter as the form would have it, to be shown. */
type Preview = Pick<PdfViewerProps, 'bytes' | 'drawPage'>;
const NONE: Trouble = { fields: {}, message: '', fault: null, isAlreadySubmitted: false };

/** Steps 3 to 5 of 我要申请: preview, submit, and what the server has to say about the form. */
export function useApplication(types: readonly CertificateTypeReply[]) {
  const { draft, goTo, discard } = useDraft();
  const [trouble, setTrouble] = useState(NONE);
  const [busy, setBusy] = useState<'preview' | 'submit' | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [submitted, setSubmitted] = useState<ApplicationDetail | null>(null);
  const type = types.find((candidate) => candidate.code === draft.type);
  const content = type && contentOf(type.code, type.asks, draft.values);

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

  return {
    type,
    trouble,
    busy,
    preview,
    submitted,
    /** A fault goes as soon as its field is touched. */
    touch(field: string) {
      if (!(field in trouble.fields)) return;
      setTrouble({
        ...trouble,
        fields: Object.fromEntries(Object.entries(trouble.fields).filter(([name]) => name !== field)),
      });
    },
    showPreview: () =>
      run('preview', async () => {
        if (!content) return goTo('type');
        setPreview(null);
        setPreview({
          bytes: await call(certificateEndpoints.previewApplication, { body: content }),
          drawPage: (page) => call(pictureEndpoints.picturePreview, { params: { page: String(page) }, body: content }),
        });
        goTo('preview');
      }),
    submit: () =>
      run('submit', async () => {
        if (!content) return goTo('type');
        const detail = await call(certificateEndpoints.submitApplication, {
          body: { ...content, idempotencyKey: draft.idempotencyKey },
        });
        discard();
        setSubmitted(detail);
        queryClient.setQueryData(['application', detail.id], detail);
        void queryClient.invalidateQueries({ queryKey: ['applications'] });
        void queryClient.invalidateQueries({ queryKey: ['workbench'] });
      }),
    startAgain() {
      setSubmitted(null);
      setPreview(null);
      setTrouble(NONE);
    },
  };
}
