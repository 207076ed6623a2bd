/** Where the returns of a period are kept in a workspace. */
import type { Month, Period } from '../period.ts';

/** Units' quarterly returns. */
export const submissionsFolder = ({ year, id }: Period): string => `data/${year}/submissions/${id}`;

/** Cities' quarterly returns. */
export const cityReturnsFolder = ({ year, id }: Period): string => `data/${year}/cities/returns/${id}`;

/** Cities' monthly returns on key projects. */
export const projectReturnsFolder = ({ year, id }: Month): string => `data/${year}/projects/returns/${id}`;
