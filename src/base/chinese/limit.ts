/** How an upper limit reads around its number: 不高于1.25, 3天以内, 1.3以下. */

const BEHIND = /^及?(以下|以内|之内)$/;
const BEFORE = /^(?:不(?:高于|超过|多于|大于)|低于|少于|小于)$/;
/** Limits that are not kept by reaching the number itself. */
const STRICT = /^(?:低于|少于|小于)$/;

/** `wording`: the plan's own word, kept where it states a limit; 压减至, ≤ and none become 不高于 or 不超过. */
export function limitWords(wording: string, unit: string): { before: string; after: string } {
  const after = BEHIND.exec(wording)?.[1];
  if (after !== undefined) return { before: '', after };
  if (BEFORE.test(wording)) return { before: wording, after: '' };
  return {
    before: unit === '' || unit === '%' ? '不高于' : '不超过',
    after: '',
  };
}

/** 低于1.25 asks for less than 1.25; 不高于1.25 and 1.25以下 include it. */
export function isStrictLimit(wording: string): boolean {
  return STRICT.test(wording);
}
