let codes: Map<string, number[]> | undefined;

/** The other way round than TextDecoder, which knows GBK. */
export function gbk(text: string): Uint8Array {
  codes ??= table();
  const known = codes;
  return new Uint8Array(
    [...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : (known.get(c) ?? 63))),
  );
}

function table(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) found.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return found;
}
