/** Addresses of web pages in what people give as a source. On paper nobody follows them; they stay in the data. */

const ADDRESS =
  /(转引自|，)?(?:https?:\/\/)?[\w-]+(?:\.[\w-]+){0,9}\.[a-z]{2,20}\b(?:\/[^\s，；。）]{0,400})?/gi;

/**
 * “公布数据，转引自example.com/1” → “公布数据，转引自网页”; an address that only stands beside a name is left out, and so is
 * what divided it from the next.
 */
export const withoutAddress = (source: string): string =>
  source
    .replace(ADDRESS, (_, before) => (before === '转引自' ? '转引自网页' : ''))
    .replace(/^[、，\s]+|[、，\s]+$/g, '');
