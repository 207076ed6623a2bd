/** How a limit reads around its number: 不高于1.25, 3天以内, 1.3以下, 前10位; 不少于30个, 30个以上; 超过1200家. */

const BEHIND = /^及?(以下|以内|之内)$/;
const BEFORE = /^(?:不(?:高于|超过|多于|大于)|低于|少于|小于|前)$/;
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

/** 不少于30个, 30个以上; a plan's 达到 and 提高到 say no more than the number and are left out. */
export function leastWords(wording: string): { before: string; after: string } {
  if (/^及?以上$/.test(wording)) return { before: '', after: '以上' };
  return { before: /^(?:不少于|不低于|不小于|至少)$/.test(wording) ? wording : '', after: '' };
}

/** 突破1000亿元, 超过1200家; the 余 of 1200余家 stands within the number, where there is no place for it. */
export const beyondWord = (wording: string): string => (/^[余多来]?$/.test(wording) ? '超过' : wording);
