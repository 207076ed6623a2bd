/**
 * A function of the page, as text: in, a parsed document; out, the addresses that it asks for, by an attribute or in a style,
 * other than its own parts and data that it holds itself. None of them could be read in any case; what they are is told.
 */
export const ASKED_FROM_OUTSIDE = String.raw`(parsed) => {
  // Words in a string are not looked at.
  const TOKENS = /"(?:[^"\\]|\\.)*"|(?:url\(\s*|@import\s+)["']?([^"')]*)/gs;
  const inStyle = (text) => [...text.matchAll(TOKENS)].flatMap(([, address]) => address ?? []);
  const ADDRESSES = /^(?:src|srcset|data|poster|href)$/;
  const PAINTS = /^(?:style|fill|stroke|filter|mask|clip-path|marker.*|background)$/;
  const inElement = ({ localName: element, attributes }) => [...attributes].flatMap(({ localName, value }) => {
    if (ADDRESSES.test(localName)) return element === 'a' ? [] : [value];
    return PAINTS.test(localName) ? inStyle(value) : [];
  });
  return [
    ...[...parsed.querySelectorAll('*')].flatMap(inElement),
    ...[...parsed.querySelectorAll('style')].flatMap(({ textContent }) => inStyle(textContent)),
  ].filter((address) => !/^(?:#|data:)/.test(address));
}`;
