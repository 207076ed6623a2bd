/** For “did you mean”: which names the data hold where a template's name got lost. */

/**
 * @param here the innermost context of the template (`this`)
 * @param root the whole view
 * @param name the dotted name as written, e.g. 任务.总书
 * @returns the names that exist at the place where the lookup failed, and the part that was not found
 */
export function keysAlong(here: unknown, root: unknown, name: string): { keys: string[]; part: string } {
  const parts = name.split(/[./]/).filter((part) => part !== '' && part !== 'this');
  for (const start of [here, root]) {
    let current: unknown = start;
    for (const [i, part] of parts.entries()) {
      if (typeof current !== 'object' || current === null) break;
      if (!Object.hasOwn(current, part)) {
        if (i > 0 || start === root) return { keys: Object.keys(current), part };
        break;
      }
      current = (current as Record<string, unknown>)[part];
    }
  }
  const keys = typeof here === 'object' && here !== null ? Object.keys(here) : [];
  return { keys: [...keys, ...Object.keys(root as object)], part: parts[0] ?? name };
}
