/** A day as data files write it: 2022-09-30, and a day that there is. */
import { z } from 'zod';
import { parseDate } from '../base/chinese/date.ts';

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const WRITTEN = '日期应写作 2022-09-30 的样子';
const UNKNOWN = '历上没有这一天';

export const isoDate = z
  .string()
  .regex(FORM, { error: WRITTEN, abort: true })
  .refine((text) => parseDate(text) === text, UNKNOWN);

/** The same, or nothing: '' for what a person has left blank. */
export const blankableDate = z
  .string()
  .refine((text) => text === '' || FORM.test(text), { error: WRITTEN, abort: true })
  .refine((text) => text === '' || parseDate(text) === text, UNKNOWN)
  .nullish()
  .transform((text) => text ?? '');
