/** What the headings of a plan's sections are called. */
export const GOALS = /目标(?!任务.*(?:专项|工程))/;
/** Sections that say why, not what; a number among them is a goal. */
export const PREFACE = /^(?:总体(?:要求|思路|考虑)|指导思想|(?:发展|工作|基本)思路|(?:基本|工作|主要)原则)/;
export const REQUIREMENTS =
  /(?:工作|有关|相关|组织|落实|几点)要求|保障(?:措施|机制|体系)?$|组织(?:保障|实施|领导)|(?:推进|工作|实施)机制$|工作保障|实施保障|强化保障/;
/** Titles that say nothing but that: a section so called holds no tasks even where its items name who sees to them. */
export const ONLY_REQUIREMENTS =
  /^(?:(?:强化|加强|健全|完善|落实|夯实)?(?:(?:组织|工作|实施)?保障(?:措施|机制|体系)|(?:组织|工作|实施)保障|(?:工作|有关|相关|组织|落实|几点)要求|组织(?:实施|领导)|(?:推进|工作|实施)机制)(?:和|与)?)+$/;
