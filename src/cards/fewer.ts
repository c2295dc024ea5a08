import { type Block, bold, prose } from '../chat';

/** The last line of what comes by a schedule: how to get less of it. */
export const fewer = (): Block => prose(['Fewer of these, or at other hours? Say “', bold('settings'), '”.']);
