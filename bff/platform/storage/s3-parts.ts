import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';

/** One part is in memory at a time. The least that S3 takes is 5 MB; 10,000 of these are 80 GB, more than any file. */
const PART_BYTES = 8 * 1024 * 1024;

interface Place {
  Bucket: string;
  Key: string;
}

/**
 * Stores a stream of any length under one key: nothing is seen there before the last part has arrived, and what had
 * arrived of a stream that fails is thrown away. Rejects with the stream's error or the service's.
 */
export async function putInParts(client: S3Client, place: Place, bytes: Readable): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place)).catch((error: unknown) => {
    // Whoever writes the stream must not wait for a reader that never comes.
    bytes.destroy();
    throw error;
  });
  const upload = { ...place, UploadId };
  try {
    const Parts: CompletedPart[] = [];
    for await (const part of partsOf(bytes)) {
      const PartNumber = Parts.length + 1;
      const sent = { ...upload, PartNumber, Body: part, ContentLength: part.byteLength };
      Parts.push({ PartNumber, ETag: (await client.send(new UploadPartCommand(sent))).ETag });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  } catch (error) {
    // The first error is the one that explains; an upload that cannot be ended is the bucket's to forget.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

/** At least one part, even of an empty stream: an upload without parts cannot be completed. */
async function* partsOf(bytes: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let isFirst = true;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(held);
    [held, size, isFirst] = [[], 0, false];
  }
  if (isFirst || size > 0) yield Buffer.concat(held);
}
