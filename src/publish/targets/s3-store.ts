// The objects below a prefix of an S3-compatible storage: the few calls that a publish needs, with their failures said in words.
import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../io/app-error.ts';
import { errorCode } from '../../io/system-error.ts';
import { contentType } from '../../site/content-types.ts';
import { cacheControlOf } from '../cache-rules.ts';
import { withoutSecrets } from '../run-program.ts';
import type { S3Place } from './s3-place.ts';

export interface Store {
  /** Undefined when there is no such object. */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly write: (path: string, content: Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Paths of all objects, with the MD5 of those that were written in one piece; of the first few only, where that is enough. */
  readonly list: (atMost?: number) => Promise<ReadonlyMap<string, string>>;
  readonly close: () => void;
}

/** Tries of every call, with growing pauses, unless the environment says otherwise. */
const ATTEMPTS = 6;
const PACKED: Readonly<Record<string, string>> = { '.br': 'br', '.gz': 'gzip' };

export async function openStore(place: S3Place): Promise<Store> {
  const sdk = await loadSdk();
  const client = new sdk.S3Client(settings());
  const { bucket: Bucket, prefix } = place;
  const keyOf = (path: string): string => prefix + path;
  const patiently = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      throw explain(error, place);
    }
  };
  return {
    read: async (path) => {
      const asked = client.send(new sdk.GetObjectCommand({ Bucket, Key: keyOf(path) })).catch((error: Error) => {
        if (error.name === 'NoSuchKey') return undefined;
        throw error;
      });
      return patiently(asked.then((answer) => answer?.Body?.transformToString('utf8')));
    },
    write: async (path, content) => {
      const about = { ...headersOf(path), ContentMD5: md5(content, 'base64') };
      await patiently(client.send(new sdk.PutObjectCommand({ Bucket, Key: keyOf(path), Body: content, ...about })));
    },
    remove: async (path) => void (await patiently(client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(path) })))),
    list: async (atMost = Number.POSITIVE_INFINITY) => {
      const found = new Map<string, string>();
      let token: string | undefined;
      do {
        const page = { Bucket, Prefix: prefix, MaxKeys: Math.min(atMost, 1000), ...(token && { ContinuationToken: token }) };
        const { Contents = [], NextContinuationToken } = await patiently(client.send(new sdk.ListObjectsV2Command(page)));
        for (const { Key = '', ETag = '' } of Contents) found.set(Key.slice(prefix.length), ETag.replaceAll('"', ''));
        token = NextContinuationToken;
      } while (token !== undefined && found.size < atMost);
      return found;
    },
    close: () => client.destroy(),
  };
}

/** Not among what every installation brings: it is 22 MB, and few publish to such a storage. */
async function loadSdk(): Promise<typeof import('@aws-sdk/client-s3')> {
  // Its word on the versions of Node is for those who chose it, and nobody here did.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  try {
    return await import('@aws-sdk/client-s3');
  } catch (cause) {
    if (errorCode(cause) !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new AppError('missing-package', 'Publishing to S3 needs the package @aws-sdk/client-s3, which is not installed.', {
      hint: 'npm install @aws-sdk/client-s3, beside Hindsight; with npx: npx -p hindsight -p @aws-sdk/client-s3 hindsight publish …',
      cause,
    });
  }
}

/** Credentials, region and address come from where every tool for such storages looks. */
function settings(): NonNullable<ConstructorParameters<typeof S3Client>[0]> {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_MAX_ATTEMPTS } = process.env;
  const isElsewhere = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) !== undefined;
  return {
    ...(AWS_MAX_ATTEMPTS === undefined && { maxAttempts: ATTEMPTS }),
    // Storages of one's own rarely have a name for each bucket, and a region only in name. They know MD5, and not always newer sums.
    ...(isElsewhere && { forcePathStyle: true, region: AWS_REGION ?? 'us-east-1' }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
}

/** A packed file is what it unpacks to, for whoever asks for it by name. */
function headersOf(path: string): { ContentType: string; CacheControl: string; ContentEncoding?: string } {
  const encoding = PACKED[path.slice(-3)];
  const type = contentType(encoding === undefined ? path : path.slice(0, -3));
  return { ContentType: type, CacheControl: cacheControlOf(path), ...(encoding !== undefined && { ContentEncoding: encoding }) };
}

export function md5(content: Uint8Array, form: 'base64' | 'hex'): string {
  return createHash('md5').update(content).digest(form);
}

function explain(error: unknown, { typed, bucket }: S3Place): unknown {
  if (!(error instanceof Error)) return error;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const said = withoutSecrets(error.message || error.name);
  const fail = (code: string, message: string, hint: string): AppError => new AppError(code, message, { hint, cause: error });
  if (error.name === 'NoSuchBucket')
    return fail('not-found', `There is no bucket ${bucket}.`, 'Make it, or check its name and the region.');
  if (error.name === 'CredentialsProviderError') {
    return fail('credentials', 'No credentials were found.', 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a role.');
  }
  if (status === 401 || status === 403) {
    return fail('refused', `${typed} refuses access: ${said}`, 'The credentials need to list, read, write and delete below that prefix.');
  }
  if (/region is missing/i.test(error.message)) return fail('usage', 'The region is not known.', 'Set AWS_REGION.');
  return fail('unreachable', `${typed} cannot be reached: ${said}`, 'Running it again finishes what was begun.');
}
