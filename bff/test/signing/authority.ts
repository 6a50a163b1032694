import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One certificate with its key, as PEM files. */
export interface Issued {
  keyFile: string;
  certFile: string;
}

const USAGES = {
  authority: 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign',
  signer: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation',
  /** Names its authority by nothing but the name. */
  unkeyed:
    'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nsubjectKeyIdentifier=none\nauthorityKeyIdentifier=none',
  /** Of a web server: no documents. */
  server: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth',
  /** Only to encrypt. */
  encryption: 'basicConstraints=CA:FALSE\nkeyUsage=critical,keyEncipherment',
  /** Signs documents, and is no authority although it signed one below it. */
  pretender: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,keyCertSign',
} as const;

/**
 * Has openssl make a certificate in `folder`.
 * @param one.name common name, and the name of its files
 * @param one.by who signs it; absent: itself
 * @param one.days how long it is valid from now on
 */
export function issueCertificateFor(
  folder: string,
  one: { name: string; usage: keyof typeof USAGES; by?: Issued; days?: number },
): Issued {
  const { name, usage, by, days = 400 } = one;
  const at = (ending: string) => join(folder, `${name}.${ending}`);
  const issued = { keyFile: at('key'), certFile: at('crt') };
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  writeFileSync(at('ext'), USAGES[usage]);
  const subject = ['-subj', `/C=CN/O=江海市律师协会/CN=${name}`, '-utf8'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', issued.keyFile];
  openssl('req', '-new', ...key, '-out', at('csr'), ...subject);
  const signs = by ? ['-CA', by.certFile, '-CAkey', by.keyFile, '-CAcreateserial'] : ['-signkey', issued.keyFile];
  const request = ['-req', '-in', at('csr'), '-days', String(days), '-extfile', at('ext')];
  openssl('x509', ...request, ...signs, '-out', issued.certFile);
  return issued;
}
