// Where in an S3-compatible storage a site goes, as it is typed: s3://bucket/prefix.
import { AppError } from '../../io/app-error.ts';
import { isPlainPath } from '../parse-manifest.ts';

export interface S3Place {
  readonly bucket: string;
  /** Of every key: empty, or a path that ends in a slash. */
  readonly prefix: string;
  readonly typed: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; other storages allow capitals and underscores too. */
const BUCKET = /^[\da-zA-Z][\w.-]{1,61}[\da-zA-Z]$/;

/** Undefined for what is no such address. Throws for one that is written wrongly. */
export function parseS3(typed: string): S3Place | undefined {
  if (!/^s3:\/\//i.test(typed)) return undefined;
  const [bucket = '', ...rest] = typed.slice('s3://'.length).split('/');
  const path = rest.join('/').replace(/\/+$/, '');
  if (BUCKET.test(bucket) && (path === '' || isPlainPath(path))) return { bucket, prefix: path === '' ? '' : `${path}/`, typed };
  throw new AppError('usage', 'That is no place in a storage.', { hint: 'Write s3://BUCKET or s3://BUCKET/PREFIX.' });
}
