/** Files that office programs and file managers leave in a folder: nobody means them. */
const LEFT_BEHIND = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

export const isLeftBehind = (name: string): boolean => LEFT_BEHIND.test(name);
