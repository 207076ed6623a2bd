/**
 * The texts of a document.yaml, line by line: its YAML has been read and checked elsewhere, here only the words and where
 * they stand matter.
 */
import type { Role } from './passage.ts';
import { type Strand, slice, split, trimmed } from './strand.ts';

const ROLES: Partial<Record<string, Role>> = {
  title: 'title',
  number: 'documentNumber',
  addressee: 'addressee',
  issuer: 'signature',
  mark: 'signature',
  date: 'signatureDate',
};
const LINE = /^(\s*)(?:- +)?(?:([\p{L}\p{N}_-]{1,40}):(?:\s+|$))?/u;

export function settingLines(source: Strand): { text: Strand; role: Role }[] {
  let top = '';
  const found: { text: Strand; role: Role; group: string }[] = [];
  for (const line of split(source, '\n')) {
    const head = LINE.exec(line.text);
    const [whole = '', indent = '', key = ''] = head ?? [];
    if (key && indent === '') top = key;
    const text = scalar(slice(line, whole.length));
    if (text.text !== '' && /[\p{Script=Han}\uFFFC]/u.test(text.text))
      found.push({ text, role: ROLES[key || top] ?? 'label', group: key || top });
  }
  // Of a title broken into lines the whole is what counts, and its last line where it ends.
  return found.map(({ text, role, group }, i) =>
    role === 'title' && found[i + 1]?.group === group ? { text, role: 'label' } : { text, role },
  );
}

/** Without quotes and comment; lists and groups in brackets hold no prose. */
function scalar(raw: Strand): Strand {
  const strand = trimmed(raw);
  const first = strand.text[0] ?? '#';
  if ('#[{|>&*'.includes(first)) return slice(strand, 0, 0);
  if (first !== '"' && first !== "'") {
    const comment = strand.text.indexOf(' #');
    return trimmed(comment < 0 ? strand : slice(strand, 0, comment));
  }
  const end = strand.text.indexOf(first, 1);
  return slice(strand, 1, end < 0 ? undefined : end);
}
