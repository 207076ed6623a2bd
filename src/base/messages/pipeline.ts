/** Messages of the pipeline itself. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { didYouMean } from './hints.ts';

export const unknownDocument = (name: string, suggestion: string | undefined, known: string[]): Diagnostic =>
  diagnostic(
    'unknownDocument',
    'error',
    `没有名为“${name}”的文稿。`,
    undefined,
    ...didYouMean(suggestion),
    `可生成的文稿：${known.join('、')}。`,
  );
