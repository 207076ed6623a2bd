/** A file as a manifest knows it, of a document about which nothing else matters. */
import { digestOf } from '../../src/base/digest.ts';
import type { ManifestFile } from '../../src/model/archive/manifest.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** @param content what was put there */
export const manifestFile = (path: string, content: string, document?: string): ManifestFile => ({
  path,
  ...(document === undefined ? {} : { document }),
  sha256: digestOf(bytes(content)),
  bytes: content.length,
  pages: 1,
  title: '',
  author: '',
  subject: '',
  keywords: [],
  elements: {},
  marks: [],
  draft: false,
});
