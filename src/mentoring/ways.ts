/** How two people can meet, the closed list: ids are stored, words stand in `cards/`. */
export type Way = 'in_person' | 'phone' | 'video' | 'email' | 'chat';
export const ways: readonly Way[] = ['in_person', 'phone', 'video', 'email', 'chat'];
export const isWay = (text: unknown): text is Way => ways.some((way) => way === text);
