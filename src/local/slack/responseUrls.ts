import type { DateTime } from 'luxon';

/** Where the answers of one act go: to this person in this channel, about this message if the act was on one. */
export type ResponsePlace = { readonly user: string; readonly channel: string; readonly message?: string };
export type ResponseUse =
  | { readonly ok: true; readonly place: ResponsePlace }
  | { readonly ok: false; readonly status: number; readonly error: string };
export type ResponseUrls = {
  readonly give: (place: ResponsePlace) => string;
  readonly use: (id: string) => ResponseUse;
};

const uses = 5;
const goodForMinutes = 30;

/** Response URLs: five answers within thirty minutes of real time. */
export function createResponseUrls(setting: {
  now: () => DateTime;
  ids: () => string;
  base: () => string;
}): ResponseUrls {
  const { now, ids, base } = setting;
  const given = new Map<string, { place: ResponsePlace; at: DateTime; left: number }>();
  return {
    give: (place) => {
      const id = `${given.size + 1}${ids()}`;
      given.set(id, { place, at: now(), left: uses });
      return `${base()}/response/${id}`;
    },
    use: (id) => {
      const found = given.get(id);
      if (!found) return { ok: false, status: 404, error: 'no_such_response_url' };
      if (now().diff(found.at).as('minutes') > goodForMinutes) return { ok: false, status: 404, error: 'expired_url' };
      if (found.left === 0) return { ok: false, status: 404, error: 'used_url' };
      found.left -= 1;
      return { ok: true, place: found.place };
    },
  };
}
