/** What is said inside of a Word file into which changes by hand were carried. */

/** Whom Word names beside each tracked change and comment. */
export const AUTHOR = '手改稿';
export const INITIALS = '手改';

const quoted = (text: string): string => `“${text}”`;

/** The data have changed the same words. */
export const changedByBoth = (mine: string): string =>
  `手改的与这次数据变化在同一处，没有并入。手改稿中这里是：${quoted(mine)}`;

export const deletedByHand = (what: '段' | '行'): string =>
  `手改稿中删去了这一${what}；这次数据变化改动了它，没有删。`;

export const notCarried = (): string =>
  '以下手工改动在新稿中没有对应的地方，或不能自动并入，请对照手改稿处理：';
export const changedByHand = (mine: string): string => `改为：${quoted(mine)}`;
export const addedByHand = (mine: string): string => `新增：${quoted(mine)}`;
/** `head`: texts of its first row. */
export const tableAdded = (head: string): string => `新增了表格：${quoted(head)}`;
export const tableChanged = (head: string): string => `删去了表格，或增减了它的列：${quoted(head)}`;
export const sideTextsChanged = (): string => '页眉、页脚或注释有改动。';
