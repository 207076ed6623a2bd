/** The package carries no types. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer';
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt'; preserveNameIds: number[] },
  ): Promise<Buffer>;
}
