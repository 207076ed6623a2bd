/** The package carries no types. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer';
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt'; preserveNameIds: number[] },
  ): Promise<Buffer>;
}
