import type { Transaction } from 'sequelize';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { Application, CertificateType } from '../model.ts';

/** Whom an application concerns and where its mails go; for the system's own use: nobody is authorised here. */
export async function readContact(
  applicationId: number,
  t: Transaction,
): Promise<{
  typeId: number;
  kind: SubjectKind;
  id: number;
  name: string;
  number: string;
  email: string;
  accountId: number;
  bulkOrderId: number | null;
}> {
  const application = await Application.findByPk(applicationId, { transaction: t, rejectOnEmpty: true });
  const {
    typeId,
    applicantKind,
    applicantId,
    applicantName,
    number,
    email,
    accountId,
    bulkOrderId = null,
  } = application;
  return {
    typeId,
    kind: applicantKind,
    id: applicantId,
    name: applicantName,
    number,
    email,
    accountId,
    bulkOrderId,
  };
}

/** What an application of this type asks for, as members know it. */
export async function readTypeLabel(typeId: number, t: Transaction): Promise<string> {
  const { label } = await CertificateType.findByPk(typeId, { transaction: t, rejectOnEmpty: true });
  return label;
}
